import { everyWorkspace, untilDone } from "#platform/jobs"
import { deleteOldIdempotencyKeys } from "./store.ts"

/** A request that was not answered is sent again within minutes; a week later nobody asks any more. */
const keptDays = 7
const perBatch = 5_000

const purgeIdempotency = everyWorkspace({
  name: "idempotency.purge",
  cron: "40 3 * * *",
  visit: (context) =>
    untilDone(context, async (tx) => (await deleteOldIdempotencyKeys(tx, keptDays, perBatch)) === perBatch),
})

export const jobs = [purgeIdempotency]
