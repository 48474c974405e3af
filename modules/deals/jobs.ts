import { everyWorkspace, untilDone } from "#platform/jobs"
import { startRecordedAnswer, voidAnswer } from "./answer.ts"
import { lockUnclocked, recordedMoves, retractedWithClock } from "./store.ts"

const perBatch = 200

/**
 * Gives a clock to registrations that wait and have none, from before there were clocks or from a file: from the instant they were made, without the
 * time in which something was asked. Where that is not recorded it says so. What an undone import took back loses its clock. What was answered by then keeps its facts.
 */
export const startClocks = everyWorkspace({
  name: "deals.start-clocks",
  cron: "50 4 * * *",
  atStart: true,
  visit: async (context) => {
    await untilDone(context, async (tx) => {
      const taken = await retractedWithClock(tx, perBatch)
      for (const id of taken) await voidAnswer(tx, { id })
      return taken.length === perBatch
    })
    await untilDone(context, async (tx) => {
      const open = await lockUnclocked(tx, perBatch)
      const moves = await recordedMoves(
        tx,
        open.map(({ id }) => id),
      )
      for (const deal of open) await startRecordedAnswer(tx, deal, moves.get(deal.id) ?? [])
      return open.length === perBatch
    })
  },
})

export const jobs = [startClocks]
