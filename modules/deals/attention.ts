import { counted } from "#core/attention"
import { clockViews } from "#modules/clocks"
import { attentionList } from "#platform/attention"
import { answerPromise } from "./answer.ts"
import { registrationsWaiting } from "./contract.ts"
import { countWaiting, waitingForUs } from "./store.ts"

/** Registrations that wait for our answer, the one due first before the others. */
export const attention = [
  attentionList(registrationsWaiting, async (tx, whose) => {
    const [rows, counts] = await Promise.all([waitingForUs(tx, whose, 25), countWaiting(tx, whose)])
    const ids = rows.map(({ dealId }) => dealId)
    const clocks = await clockViews(tx, "deal", ids, answerPromise)
    const items = rows.flatMap((row) => {
      const clock = clocks.get(row.dealId)
      return clock ? [{ ...row, clock }] : []
    })
    return { items, counts: { late: counted(counts.late), waiting: counted(counts.waiting) } }
  }),
]
