import { partyOf } from "#core/actor"
import { canonical } from "#core/canonical"
import type { Id } from "#core/ids"
import { sha256 } from "#platform/digest"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import type { ClauseName } from "../contract.ts"
import { versionMade } from "../events.ts"
import { type AgreementText, type Content, heldByClauses, isSameText, numberClauses } from "../rules.ts"
import * as store from "../store.ts"

type Held = Readonly<{ text: AgreementText; content: Content }>

/** SHA-256 of what is agreed, words and data; the same in whatever order its fields are kept. */
export const textHash = ({ text, content }: Held): string => sha256(canonical({ text, content }))

type From = Readonly<{
  /** Whose words were taken over; the host's own where they are of no proposal. */
  partyId?: Id
  proposalId?: Id
  /** Whose words these are; whoever takes over another's is known by the proposal. */
  madeBy?: string | null
}>

/** The next version of a draft's words. What says the same as the one before is no new one: who agreed to that goes on agreeing. */
export const makeVersion = async (
  tx: WorkspaceTx,
  { id: draftId, partnershipId, content: written, kind }: store.DraftRow,
  text: AgreementText,
  { partyId = partyOf(tx.actor), proposalId, madeBy = tx.actor.userId ?? null }: From = {},
): Promise<store.VersionRow> => {
  const latest = await store.latestVersion(tx, draftId)
  const content = heldByClauses(
    written,
    text.clauses.map(({ key }) => key),
  )
  const hash = textHash({ text, content })
  if (latest?.hash === hash) return latest
  const number = (latest?.number ?? 0) + 1
  const of = { id: newId(), partnershipId, draftId, number, text, content, hash, partyId }
  const version = await store.insertVersion(tx, {
    ...{ ...of, proposalId: proposalId ?? null, madeBy },
  })
  await tx.record(versionMade, {
    ...{ subjectId: draftId, partnershipId, visibility: "shared" },
    payload: { title: content.title, kind, number, hash },
  })
  return version
}

/**
 * These drafts as they lie before both sides: without what was promised in a clause that is not in the text any more. The host's own
 * working paper stays whole: there its review says what would go.
 */
export const asLying = async (tx: WorkspaceTx, rows: readonly store.DraftRow[]): Promise<store.DraftRow[]> => {
  const lying = rows.filter(({ state }) => state !== "draft").map(({ id }) => id)
  const keysOf = await store.clauseKeysOf(tx, lying)
  return rows.map((row) => ({ ...row, content: heldByClauses(row.content, keysOf.get(row.id) ?? null) }))
}

/** The words as they lie before whoever asks: the host's working paper while it writes, else the latest version. */
export const textLying = async (tx: WorkspaceTx, { id, state }: store.DraftRow): Promise<AgreementText | null> =>
  (state === "draft" ? await store.workingText(tx, id) : null) ?? (await store.latestVersion(tx, id))?.text ?? null

/** Each clause by its number and heading. */
export const clauseNames = ({ clauses }: AgreementText): ClauseName[] => {
  const numbers = numberClauses(clauses)
  return clauses.map(({ key, heading }, index) => ({ key, heading, number: numbers[index] ?? "" }))
}

/** Whether an amendment says something else than the words it began with. */
export const hasOtherWords = async (tx: WorkspaceTx, { id, baseVersionId }: store.DraftRow): Promise<boolean> => {
  const latest = await store.latestVersion(tx, id)
  if (latest === undefined) return false
  const base = baseVersionId === null ? undefined : await store.findVersion(tx, baseVersionId)
  return base === undefined || !isSameText(latest.text, base.text)
}

/** What is sent to review is a version from then on, and no working paper any more. */
export const presentText = async (tx: WorkspaceTx, draft: store.DraftRow): Promise<void> => {
  const working = await store.workingText(tx, draft.id)
  const text = working ?? (await store.latestVersion(tx, draft.id))?.text
  if (text === undefined) return
  await makeVersion(tx, draft, text)
  if (working !== null) await store.saveWorkingText(tx, draft.id, null)
}
