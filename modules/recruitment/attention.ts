import { counted, countedUpTo } from "#core/attention"
import { attentionList } from "#platform/attention"
import { assessmentsWaiting, candidatesWaiting } from "./contract.ts"
import * as store from "./store.ts"

/** Candidates that one looks after and that wait for an act, and what one was asked to assess. */
export const attention = [
  attentionList(candidatesWaiting, async (tx, asked) => {
    const { rows, found } = await store.waitingCandidates(tx, asked)
    return { items: rows, counts: { waiting: counted(Math.min(found, countedUpTo)) } }
  }),
  attentionList(assessmentsWaiting, async (tx, asked) => {
    const { rows, found } = await store.waitingAssessments(tx, asked)
    return { items: rows, counts: { waiting: counted(Math.min(found, countedUpTo)) } }
  }),
]
