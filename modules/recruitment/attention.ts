import { counted, countedUpTo } from "#core/attention"
import { attentionList } from "#platform/attention"
import { applicationsHeld, assessmentsWaiting, candidatesWaiting } from "./contract.ts"
import { mayEditCandidates } from "./policy.ts"
import * as store from "./store.ts"

/** Candidates that one looks after and that wait for an act, what one was asked to assess, and applications that are held back. */
export const attention = [
  attentionList(candidatesWaiting, async (tx, asked) => {
    const { rows, found } = await store.waitingCandidates(tx, asked)
    return { items: rows, counts: { waiting: counted(Math.min(found, countedUpTo)) } }
  }),
  attentionList(assessmentsWaiting, async (tx, asked) => {
    const { rows, found } = await store.waitingAssessments(tx, asked)
    return { items: rows, counts: { waiting: counted(Math.min(found, countedUpTo)) } }
  }),
  attentionList(applicationsHeld, async (tx, asked) => {
    const { rows, found } = await store.heldApplications(tx, asked, mayEditCandidates(tx.actor) === true)
    return { items: rows, counts: { waiting: counted(Math.min(found, countedUpTo)) } }
  }),
]
