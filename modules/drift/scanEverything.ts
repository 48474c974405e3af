import type { System } from "#core/actor"
import { newId } from "#platform/ids"
import type { Platform } from "#platform/platform"
import { runScan } from "./scan.ts"
import { countPartnerships } from "./store/subjects.ts"
import { insertScan } from "./store.ts"

/** Judges every partnership of a workspace now, as of today. */
export const scanEverything = async (platform: Platform, system: System): Promise<void> => {
  const id = newId()
  await platform.transact(system, async (tx) => {
    const partnershipsTotal = await countPartnerships(tx, true)
    await insertScan(tx, { id, asOf: tx.today, isFull: true, partnershipsTotal, requestedBy: null })
  })
  await runScan(platform, system, id)
}
