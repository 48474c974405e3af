import { countedIn } from "#core/attention"
import { attentionList } from "#platform/attention"
import { tasksWaiting } from "./contract.ts"
import * as store from "./store.ts"
import { taskViews } from "./view.ts"

/** One's own tasks, or one's party's, that can be done now: overdue, or due within two weeks. */
export const attention = [
  attentionList(
    tasksWaiting,
    async (tx, asked) => {
      const { rows, overdue, soon } = await store.waitingTasks(tx, asked)
      const part = countedIn(overdue + soon)
      return { items: await taskViews(tx, rows), counts: { overdue: part(overdue), soon: part(soon) } }
    },
    { isForPartners: true },
  ),
]
