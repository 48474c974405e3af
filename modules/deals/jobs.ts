import { everyWorkspace, untilDone } from "#platform/jobs"
import { startAnswer } from "./answer.ts"
import { lockUnclocked } from "./store.ts"

const perBatch = 200

/**
 * Gives a clock to registrations that were open when there were none yet, from the day they were made. What was answered by then
 * keeps its facts, and what a file brought has none: nobody knows at what hour it was asked, or sent back.
 */
const startClocks = everyWorkspace({
  name: "deals.start-clocks",
  cron: "50 4 * * *",
  atStart: true,
  visit: (context) =>
    untilDone(context, async (tx) => {
      const open = await lockUnclocked(tx, perBatch)
      for (const deal of open) await startAnswer(tx, deal)
      return open.length === perBatch
    }),
})

export const jobs = [startClocks]
