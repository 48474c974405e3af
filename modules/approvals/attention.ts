import { counted } from "#core/attention"
import { attentionList, isAskedFor } from "#platform/attention"
import { approvalsWaiting } from "./contract.ts"
import { waitingApprovals } from "./store.ts"
import { approvalViews } from "./view.ts"

/** What waits for one's own answer, the longest first, whoever looks after the partnership. */
export const attention = [
  attentionList(approvalsWaiting, async (tx, asked) => {
    const all = await approvalViews(tx, await waitingApprovals(tx))
    const own = all.filter(({ id, abilities }) => abilities.answer === true && isAskedFor(id, asked))
    return { items: own.slice(0, asked.most), counts: { waiting: counted(own.length) } }
  }),
]
