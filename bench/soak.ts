import { setTimeout as sleep } from "node:timers/promises"
import { startKeelson } from "./child.ts"
import { signIn } from "./people.ts"
import { withPlace } from "./place.ts"
import { requestKinds } from "./requests.ts"
import { openMeter } from "./soak/meter.ts"
import { reportOf } from "./soak/report.ts"
import { openTally } from "./soak/tally.ts"
import { openTraffic } from "./soak/traffic.ts"

/**
 * `npm run bench -- --only soak --minutes 30`: does anything grow under mixed load that is more than the pool can take at once? A whole
 * Keelson, web and worker, in a folder of its own; prints memory, queues, statuses and p99 over time as JSON.
 */
export const soak = async (minutes: number): Promise<string> =>
  withPlace({ partnerships: 5_000, activities: 50_000, events: 100_000 }, async (place) => {
    const keelson = await startKeelson({
      ...place,
      nodeOptions: ["--expose-gc", "--import", new URL("./soak/collector.ts", import.meta.url).href],
    })
    const tally = openTally(minutes)
    const meter = await openMeter(keelson, place.databaseUrl)
    try {
      const cookie = await signIn(keelson)
      const kinds = await requestKinds(meter.database, place.workspaceId)
      const traffic = openTraffic({ base: `${keelson.address}/api/w/${place.slug}`, cookie, kinds, tally })
      const until = performance.now() + minutes * 60_000
      const sampling = meter.sampleUntil(until)
      await traffic.runUntil(until)
      await sampling
      await sleep(drainMs)
      return JSON.stringify(reportOf({ minutes, samples: meter.samples, tally, afterwards: await meter.sample() }))
    } finally {
      await meter.close()
      await keelson.stop()
    }
  })

/** What was accepted is finished by then. */
const drainMs = 10_000
