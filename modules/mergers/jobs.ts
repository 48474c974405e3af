import { eventPayload, workspaceJob } from "#platform/jobs"
import { becomeParty } from "#platform/moveCompanyRows"
import { mergerUndone, organizationMerged, organizationSplit } from "./events.ts"
import { companyRowsOf } from "./moving.ts"
import { mergersSince } from "./store.ts"

const hourMs = 3_600_000

/**
 * Looks once more after what was being written while companies became one: an act that had asked who takes part before a merger and
 * ended after it names the other company still.
 */
const settle = workspaceJob({
  name: "mergers.settle",
  payload: eventPayload,
  on: [organizationMerged, organizationSplit, mergerUndone],
  gatherSeconds: 60,
  run: async (_payload, { platform, transact }) => {
    await transact(async (tx) => {
      const since = new Date(Date.parse(tx.now) - hourMs).toISOString()
      for (const { id, undoneAt } of await mergersSince(tx, since))
        await becomeParty(tx, companyRowsOf(platform), id, undoneAt !== null)
    })
  },
})

export const jobs = [settle]
