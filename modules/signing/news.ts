import type { Id } from "#core/ids"
import { findDraft } from "#modules/agreements"
import { ownersOf } from "#modules/partnerships"
import type { News, Notice, Payload } from "#platform/news"
import { idsIn } from "#platform/news"
import type { WorkspaceTx } from "#platform/tx"
import * as events from "./events.ts"
import * as store from "./store.ts"

const place = ({ draftId }: Payload) => `/negotiation/${draftId}`

/** Of a round what its news says, and who runs it: whoever looks after the partnership. */
const roundTold = async (tx: WorkspaceTx, signingId: Id) => {
  const round = await store.findRound(tx, signingId)
  const draft = round && (await findDraft(tx, round.draftId))
  if (!round || !draft) return undefined
  const owner = (await ownersOf(tx, [round.partnershipId])).get(round.partnershipId)
  return { round, owner, signers: await store.signersOf(tx, [round.id]), title: draft.content.title }
}

/** It is somebody's turn to sign, with their account; everybody else has a link in their mailbox. */
const asked: News = {
  kind: "signature_asked",
  readers: ["host", "partner"],
  usual: { inApp: true, mail: "instant" },
  on: events.signatureAsked,
  noticesOf: async (tx, { subjectId }) => {
    const signer = await store.findSigner(tx, subjectId)
    const told = signer && (await roundTold(tx, signer.signingId))
    if (!signer || !told || signer.userId === null || signer.state !== "waiting" || told.round.state !== "open")
      return []
    const payload = { signerId: signer.id, signingId: signer.signingId, draftId: told.round.draftId, title: told.title }
    const dedupeKey = `signature_asked ${signer.id} ${signer.remindedAt}`
    return [{ userId: signer.userId, partnershipId: signer.partnershipId, payload, dedupeKey }]
  },
  areStillThere: async (tx, payloads) => {
    const waiting = await store.stillAsked(tx, idsIn(payloads, "signerId"))
    return payloads.map(({ signerId }) => waiting.has(signerId))
  },
  endsWith: { on: [events.signatureGiven, events.signerRemoved], by: "signerId" },
  place,
}

/** What became of a round, for who runs it and for those who had signed: nobody who gave their word hears nothing. */
const outcome = (kind: string, on: News["on"], readers: News["readers"], toSigners: boolean): News => ({
  kind,
  readers,
  usual: { inApp: true, mail: "instant" },
  on,
  noticesOf: async (tx, { subjectId }) => {
    const told = await roundTold(tx, subjectId)
    if (!told) return []
    const { round, owner, signers, title } = told
    const people = signers.flatMap(({ userId, state }) => (userId !== null && state === "signed" ? [userId] : []))
    const all = new Set([...(owner === undefined ? [] : [owner]), ...(toSigners ? people : [])])
    const payload = { signingId: round.id, draftId: round.draftId, title }
    return [...all].map(
      (userId): Notice => ({ userId, partnershipId: round.partnershipId, payload, dedupeKey: `${kind} ${round.id}` }),
    )
  },
  place,
})

export const news = [
  asked,
  outcome("signing_declined", events.signingDeclined, ["host", "partner"], true),
  outcome("signing_recalled", events.signingRecalled, ["host", "partner"], true),
  outcome("signing_finished", events.signedByAll, ["host", "partner"], true),
  outcome("signing_stuck", events.signingStuck, ["host"], false),
]
