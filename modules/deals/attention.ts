import { counted } from "#core/attention"
import { dateIn } from "#core/time"
import { clockViews } from "#modules/clocks"
import { attentionList } from "#platform/attention"
import { answerPromise } from "./answer.ts"
import { registrationsWaiting } from "./contract.ts"
import { waitingForUs } from "./store.ts"

/** Registrations that wait for our answer, the one due first before the others. */
export const attention = [
  attentionList(registrationsWaiting, async (tx, asked) => {
    const { rows, late, waiting } = await waitingForUs(tx, asked)
    const ids = rows.map(({ dealId }) => dealId)
    const clocks = await clockViews(tx, "deal", ids, answerPromise)
    const items = rows.flatMap((row) => {
      const clock = clocks.get(row.dealId)
      return clock
        ? [{ ...row, clock, dueOn: clock.dueAt === null ? null : dateIn(tx.actor.timeZone, clock.dueAt) }]
        : []
    })
    return { items, counts: { late: counted(late), waiting: counted(waiting) } }
  }),
]
