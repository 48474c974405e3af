import { partyOf } from "#core/actor"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { type DraftRow, numbersOf } from "#modules/agreements"
import { ownName } from "#modules/workspaces"
import type { WorkspaceTx } from "#platform/tx"
import * as events from "./events.ts"
import { isSignedByAll, type Mark, type SigningMethod } from "./rules.ts"
import * as store from "./store.ts"
import { followRound } from "./tasks.ts"

export type Standing = Readonly<{
  draft: DraftRow
  round: store.RoundRow
  signers: readonly store.SignerRow[]
}>

/** What is written down of a round. */
export const about = async (tx: WorkspaceTx, { draft, round }: Standing) => ({
  ...{ subjectId: round.id, partnershipId: round.partnershipId },
  payload: {
    ...{ title: draft.content.title, kind: draft.kind },
    number: await numberOf(tx, round.versionId),
  },
})

const numberOf = async (tx: WorkspaceTx, versionId: Id): Promise<number> => {
  const number = (await numbersOf(tx, [versionId])).get(versionId)
  if (number === undefined) throw new Error("a round is over a version that is there")
  return number
}

/** Who is asked next, and what dies with an act, is a job's: it acts for nobody, and writes what a partner's session may not. */
export const follow = (tx: WorkspaceTx, signingId: Id): Promise<void> =>
  tx.enqueue(followRound, { workspaceId: tx.actor.workspaceId, signingId }, { key: `${followRound.name} ${signingId}` })

/** What somebody signed on paper, as the host uploaded it. */
export type Paper = Readonly<{
  paperFileId: Id
  paperHash: string
  paperOn: PlainDate
  countsOn: PlainDate
  paperByName: string
}>

/** How a signature came: put down here by the signer, from an address where that is known; or on paper. */
type Given =
  | Readonly<{ mark: Mark; method: Exclude<SigningMethod, "paper">; address: string | undefined; source?: "link" }>
  | Readonly<{ paper: Paper; method: "paper"; source?: undefined }>

/** Puts a signature down; the last one ends the round. */
export const giveSignature = async (
  tx: WorkspaceTx,
  standing: Standing,
  signer: store.SignerRow,
  given: Given,
): Promise<void> => {
  const { method, source } = given
  const signed = await store.saveSigner(tx, signer.id, {
    ...{ state: "signed", method, doneAt: tx.now },
    ...("paper" in given ? given.paper : { mark: given.mark, address: given.address ?? null }),
  })
  const { round, signers } = standing
  const told = await about(tx, standing)
  await tx.record(events.signatureGiven, {
    ...told,
    ...{ subjectId: signer.id, ...(source === undefined ? {} : { source }) },
    payload: { ...told.payload, name: signer.name, hash: round.hash, method },
  })
  await endIfSigned(
    tx,
    round,
    signers.map((each) => (each.id === signed.id ? signed : each)),
  )
  await follow(tx, round.id)
}

export const endIfSigned = async (
  tx: WorkspaceTx,
  { id }: store.RoundRow,
  signers: readonly store.SignerRow[],
): Promise<void> => {
  if (isSignedByAll(signers)) await store.saveRound(tx, id, { state: "signed", endedAt: tx.now })
}

type No = Readonly<{ reason: string; isShared: boolean; source?: "link" }>

/** Ends the round for all: the text lies before both sides again. */
export const giveRefusal = async (
  tx: WorkspaceTx,
  standing: Standing,
  signer: store.SignerRow,
  { reason, isShared, source }: No,
): Promise<void> => {
  await store.saveSigner(tx, signer.id, { state: "declined", doneAt: tx.now })
  await store.saveRound(tx, standing.round.id, {
    ...{ state: "declined", endedPartyId: signer.partyId, endedName: signer.name, endedAt: tx.now },
    ...{ reason, isReasonShared: isShared },
  })
  const told = await about(tx, standing)
  await tx.record(events.signingDeclined, {
    ...{ ...told, ...(source === undefined ? {} : { source }) },
    payload: { ...told.payload, name: signer.name },
  })
  await follow(tx, standing.round.id)
}

/** The host takes the text back from signing: what was signed in this round holds no more. */
export const recall = async (tx: WorkspaceTx, standing: Standing, reason: string): Promise<void> => {
  await store.saveRound(tx, standing.round.id, {
    ...{ state: "recalled", endedPartyId: partyOf(tx.actor), endedName: await ownName(tx), endedAt: tx.now, reason },
  })
  const told = await about(tx, standing)
  await tx.record(events.signingRecalled, { ...told, payload: { ...told.payload, reason } })
  await follow(tx, standing.round.id)
}
