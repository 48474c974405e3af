import { attentionList } from "#platform/attention"
import { approvalsWaiting } from "./contract.ts"
import { waitingApprovals } from "./store.ts"
import { approvalViews } from "./view.ts"

const mostShown = 25

/** What waits for one's own answer, the longest first, whoever looks after the partnership. */
export const attention = [
  attentionList(approvalsWaiting, async (tx) => {
    const all = await approvalViews(tx, await waitingApprovals(tx))
    return { items: all.filter(({ abilities }) => abilities.answer === true).slice(0, mostShown), counts: {} }
  }),
]
