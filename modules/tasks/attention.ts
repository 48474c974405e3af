import { counted } from "#core/attention"
import { attentionList } from "#platform/attention"
import { tasksWaiting } from "./contract.ts"
import * as store from "./store.ts"
import { taskViews } from "./view.ts"

/** One's own tasks, or one's party's, that can be done now: overdue, or due within two weeks. */
export const attention = [
  attentionList(
    tasksWaiting,
    async (tx, whose) => {
      const [rows, counts] = await Promise.all([store.waitingTasks(tx, whose, 25), store.countWaiting(tx, whose)])
      return {
        items: await taskViews(tx, rows),
        counts: { overdue: counted(counts.overdue), soon: counted(counts.soon) },
      }
    },
    { isForPartners: true },
  ),
]
