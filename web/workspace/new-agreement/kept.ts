import type { AgreementDraft } from "./draft.ts"

const keyOf = (partnershipId: string) => `keelson-agreement-draft ${partnershipId}`

/** What was typed stays until it is sent, even when the page is left or reloaded. */
export const keepDraft = (partnershipId: string, draft: AgreementDraft): void =>
  sessionStorage.setItem(keyOf(partnershipId), JSON.stringify(draft))
export const dropDraft = (partnershipId: string): void => sessionStorage.removeItem(keyOf(partnershipId))
export const keptDraft = (partnershipId: string): AgreementDraft | undefined => {
  const kept = sessionStorage.getItem(keyOf(partnershipId))
  return kept === null ? undefined : (JSON.parse(kept) as AgreementDraft)
}
