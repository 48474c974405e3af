import { abilityOf } from "#core/ability"
import { partyOf, type Side, sideOf } from "#core/actor"
import type { Id } from "#core/ids"
import { companyNames, findPartnership } from "#modules/partnerships"
import type { WorkspaceTx } from "#platform/tx"
import type { AgreementTextView, VersionSummary } from "../contract.ts"
import { mayAgree, mayEditAgreements, mayProposeClauses } from "../policy.ts"
import { type AgreementText, decideConsent, decideDraftEdit, missingConsents, numberClauses } from "../rules.ts"
import * as store from "../store.ts"
import { partiesOf } from "./view.ts"

type Named = (partyId: Id) => Readonly<{ side: Side; partyName: string | null }>

/** Which side a party is on, and which company it is where several take part. */
export const partiesNamed = async (tx: WorkspaceTx, partnershipId: Id): Promise<Named> => {
  const nameOf = await companyNames(tx, [partnershipId])
  return (partyId) => ({ side: sideOf(partyId, tx.actor), partyName: nameOf(partnershipId, partyId) })
}

/** The words as they lie before whoever asks: the host's working paper while it writes, else the latest version. */
export const textNow = async (
  tx: WorkspaceTx,
  draft: store.DraftRow,
): Promise<Readonly<{ text: AgreementText | null; number: number | null }>> => {
  const working = draft.state === "draft" ? await store.workingText(tx, draft.id) : null
  if (working !== null) return { text: working, number: null }
  const latest = await store.latestVersion(tx, draft.id)
  return { text: latest?.text ?? null, number: latest?.number ?? null }
}

/** The versions with who agreed to them, the latest first. */
export const versionSummaries = async (tx: WorkspaceTx, draftId: Id, named: Named): Promise<VersionSummary[]> => {
  const rows = await store.versionsOf(tx, draftId)
  const consents = await store.consentsTo(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, number, hash, partyId, proposalId, madeAt, madeBy }) => ({
    ...{ id, number, hash, proposalId, ...named(partyId), by: madeBy, at: madeAt },
    agreedBy: consents
      .filter(({ versionId }) => versionId === id)
      .map((consent) => ({ ...named(consent.partyId), by: consent.agreedBy, at: consent.agreedAt })),
  }))
}

/** The latest version with the parties that hold it. */
export const latestHeld = async (tx: WorkspaceTx, draftId: Id) => {
  const latest = await store.latestVersion(tx, draftId)
  if (latest === undefined) return undefined
  const consents = await store.consentsTo(tx, [latest.id])
  return { ...latest, agreedBy: consents.map(({ partyId }) => partyId) }
}

export const textView = async (tx: WorkspaceTx, draft: store.DraftRow): Promise<AgreementTextView> => {
  const partnership = await findPartnership(tx, draft.partnershipId)
  if (!partnership) throw new Error("a draft belongs to a partnership that is there")
  const named = await partiesNamed(tx, draft.partnershipId)
  const { host, companies } = await partiesOf(tx, draft)
  const [{ text, number }, latest] = [await textNow(tx, draft), await latestHeld(tx, draft.id)]
  const isReviewed = draft.state === "in_review" && latest !== undefined
  const mine = partyOf(tx.actor)
  return {
    ...{ draftId: draft.id, partnershipId: draft.partnershipId, partnershipName: partnership.name },
    ...{ title: draft.content.title, state: draft.state, currency: partnership.currency, text, number },
    numbers: text === null ? [] : numberClauses(text.clauses),
    versions: await versionSummaries(tx, draft.id, named),
    missing: isReviewed ? missingConsents([host, ...companies], latest).map(named) : [],
    version: draft.version,
    abilities: {
      write: abilityOf(mayEditAgreements(tx.actor), decideDraftEdit(draft)),
      agree: abilityOf(mayAgree(tx.actor), decideConsent(draft, latest, latest?.number ?? 0, mine)),
      propose: abilityOf(mayProposeClauses(tx.actor), isReviewed || ({ refusal: "not-in-review" } as const)),
    },
  }
}
