import { abilityOf } from "#core/ability"
import { partyOf, type Side, sideOf } from "#core/actor"
import type { Id } from "#core/ids"
import { companyNames } from "#modules/partnerships"
import type { WorkspaceTx } from "#platform/tx"
import type { AgreementTextView, VersionSummary } from "../contract.ts"
import { mayAgree, mayEditAgreements } from "../policy.ts"
import {
  decideConsent,
  decideDraftEdit,
  doubtsIn,
  endWithClause,
  missingConsents,
  numberClauses,
  openTerms,
} from "../rules.ts"
import * as store from "../store.ts"
import { surroundings } from "./view.ts"

type Named = (partyId: Id) => Readonly<{ side: Side; partyId: Id; partyName: string | null }>

/** Which side a party is on, and which company it is where several take part. */
export const partiesNamed = async (tx: WorkspaceTx, partnershipId: Id): Promise<Named> => {
  const nameOf = await companyNames(tx, [partnershipId])
  return (partyId) => ({ side: sideOf(partyId, tx.actor), partyId, partyName: nameOf(partnershipId, partyId) })
}

/** The latest version with the parties that hold it. */
export const latestHeld = async (tx: WorkspaceTx, draftId: Id) => {
  const latest = await store.latestVersion(tx, draftId)
  if (latest === undefined) return undefined
  const consents = await store.consentsTo(tx, [latest.id])
  return { ...latest, agreedBy: consents.map(({ partyId }) => partyId) }
}

type Said = Awaited<ReturnType<typeof store.versionsOf>>[number]

/** Versions with whose words they took over, and who agreed to them. */
export const versionSummaries = async (
  tx: WorkspaceTx,
  rows: readonly Said[],
  named: Named,
): Promise<VersionSummary[]> => {
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

/** What the draft promises in its clauses, with what becomes of it where its clause is taken out. */
const promisedIn = (tx: WorkspaceTx, draft: store.DraftRow, named: Named): AgreementTextView["promised"] => {
  const { objectives, commitments } = draft.content
  const lines = [...commitments, ...objectives.map((goal) => ({ ...goal, owedBy: null }))]
  return lines.flatMap(({ clauseKey: key, title, owedBy, party, ...line }) => {
    if (key === undefined) return []
    const partyId = owedBy === "partner" && party !== undefined ? party : null
    const partyName = partyId === null ? null : named(partyId).partyName
    return [{ key, title, owedBy, partyId, partyName, ...endWithClause(draft, { title, ...line }, tx.today) }]
  })
}

/** The words as they lie before whoever asks: the host's working paper while it writes, else the latest version. */
export const textView = async (tx: WorkspaceTx, draft: store.DraftRow): Promise<AgreementTextView> => {
  const { partnership, parties } = await surroundings(tx, draft)
  const named = await partiesNamed(tx, draft.partnershipId)
  const working = draft.state === "draft" ? await store.workingText(tx, draft.id) : null
  const latest = await latestHeld(tx, draft.id)
  const text = working ?? latest?.text ?? null
  const versions = await store.versionsOf(tx, draft.id)
  const isReviewed = draft.state === "in_review" && latest !== undefined
  const missing = isReviewed ? missingConsents([parties.host, ...parties.companies], latest) : []
  return {
    ...{ draftId: draft.id, partnershipId: draft.partnershipId, partnershipName: partnership.name },
    ...{ title: draft.content.title, state: draft.state, currency: partnership.currency, text },
    promised: promisedIn(tx, draft, named),
    number: working === null ? (latest?.number ?? null) : null,
    numbers: text === null ? [] : numberClauses(text.clauses),
    openTerms: text === null ? [] : openTerms(text),
    doubts: text === null ? [] : doubtsIn(text).map((doubt) => ({ ...doubt, against: [...doubt.against] })),
    versions: await versionSummaries(tx, versions.slice(0, store.mostVersions), named),
    hasMoreVersions: versions.length > store.mostVersions,
    missing: missing.map(named),
    inApprovalSince: draft.inApprovalSince,
    version: draft.version,
    abilities: {
      write: abilityOf(mayEditAgreements(tx.actor), decideDraftEdit(draft)),
      agree: abilityOf(mayAgree(tx.actor), decideConsent(draft, latest, latest?.number ?? 0, partyOf(tx.actor))),
    },
  }
}
