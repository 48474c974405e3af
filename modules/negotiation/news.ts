import { partyOf } from "#core/actor"
import { draftReviewed, draftsNamed, findDraft, hasVersion, speakersBut } from "#modules/agreements"
import { idsIn, type News, type Notice, type Payload } from "#platform/news"
import { clauseProposed, proposalAccepted, proposalRejected, proposalWithdrawn } from "./events.ts"
import * as store from "./store.ts"

const place = ({ draftId }: Payload) => (draftId === undefined ? "" : `/negotiation/${draftId}`)

/** Other words are asked for, told once for all that was proposed in one act: whoever may accept them hears of it, until none of that side's waits. */
const proposed: News = {
  kind: "clauses_proposed",
  readers: ["host", "partner"],
  usual: { inApp: true, mail: "daily" },
  on: clauseProposed,
  noticesOf: async (tx, { subjectId }) => {
    const row = await store.findProposal(tx, subjectId)
    const draft = row && (await findDraft(tx, row.draftId))
    if (!row || !draft || row.state !== "open") return []
    const { partnershipId, partyId, proposedAt } = row
    const payload = { proposalId: row.id, draftId: draft.id, title: draft.content.title }
    const dedupeKey = `clauses_proposed ${draft.id} ${partyId} ${proposedAt}`
    return (await speakersBut(tx, partnershipId, partyId)).map(
      (userId): Notice => ({ userId, partnershipId, payload, dedupeKey }),
    )
  },
  areStillThere: async (tx, payloads) => {
    const waiting = await store.waitingOn(tx, idsIn(payloads, "draftId"), partyOf(tx.actor))
    return payloads.map(({ draftId }) => waiting.has(draftId))
  },
  endsWith: { on: [proposalAccepted, proposalRejected, proposalWithdrawn], by: "proposalId" },
  place,
}

/** What became of what one has proposed. */
const answered: News = {
  kind: "clauses_answered",
  readers: ["host", "partner"],
  usual: { inApp: true, mail: "daily" },
  on: [proposalAccepted, proposalRejected],
  noticesOf: async (tx, { subjectId }) => {
    const row = await store.findProposal(tx, subjectId)
    const draft = row?.proposedBy ? await findDraft(tx, row.draftId) : undefined
    if (!row?.proposedBy || !draft) return []
    const { id: draftId, content } = draft
    return [
      {
        ...{ userId: row.proposedBy, partnershipId: row.partnershipId, dedupeKey: `clauses_answered ${row.id}` },
        payload: { proposalId: row.id, draftId, title: content.title, state: row.state },
      },
    ]
  },
  place,
}

/** A draft lies before the partner: its words where it has any, else its review, which its partnership's page leads to. */
const reviewed: News = {
  kind: "agreement_reviewed",
  readers: ["partner"],
  usual: { inApp: true, mail: "instant" },
  on: draftReviewed,
  noticesOf: async (tx, { subjectId, recordedAt }) => {
    const draft = await findDraft(tx, subjectId)
    if (draft?.state !== "in_review") return []
    const { id, partnershipId, content } = draft
    const words = (await hasVersion(tx, id)) ? { draftId: id } : {}
    return (await speakersBut(tx, partnershipId, partyOf(tx.actor))).map((userId) => ({
      ...{ userId, partnershipId, dedupeKey: `agreement_reviewed ${id} ${recordedAt}` },
      payload: { reviewedId: id, title: content.title, ...words },
    }))
  },
  areStillThere: async (tx, payloads) => {
    const drafts = await draftsNamed(tx, idsIn(payloads, "reviewedId"))
    const open = new Set<unknown>(drafts.flatMap(({ id, state }) => (state === "in_review" ? [id] : [])))
    return payloads.map(({ reviewedId }) => open.has(reviewedId))
  },
  place,
}

export const news = [proposed, answered, reviewed]
