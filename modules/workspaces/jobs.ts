import { z } from "zod"
import type { System } from "#core/actor"
import { job } from "#platform/jobs"
import { allWorkspaces, deleteOldIdempotencyKeys } from "./store.ts"

/** A request that was not answered is sent again within minutes; a week later nobody asks any more. */
const keptDays = 7
const perBatch = 5_000

const purgeIdempotency = job({
  name: "idempotency.purge",
  payload: z.object({}),
  cron: "40 3 * * *",
  run: async (_payload, { platform, signal }) => {
    for (const { id, timeZone } of await platform.transact({ kind: "anonymous" }, allWorkspaces)) {
      const system: System = { kind: "system", side: "host", workspaceId: id, timeZone, job: "idempotency.purge" }
      const purge = () => platform.transact(system, (tx) => deleteOldIdempotencyKeys(tx, keptDays, perBatch))
      while (!signal.aborted && (await purge()) === perBatch);
    }
  },
})

export const jobs = [purgeIdempotency]
