/**
 * How long the drift scan takes over a large portfolio: `node bench/scan.ts [partnerships] [changed] [weeks]`.
 * Prints seconds, CPU seconds of Keelson and of PostgreSQL, and peak memory, of the first full scan, of a second one (every drift
 * has its case by then) and of one that looks only at what changed.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openKeelson } from "#composition"
import type { System } from "#core/actor"
import { runScan } from "#modules/drift"
import { markStale } from "#modules/signals"
import { foundWorkspace } from "#modules/workspaces"
import { readConfig } from "#platform/config"
import { migrate, sql } from "#platform/database"
import { startEmbeddedPostgres } from "#platform/embedded-postgres/start"
import { newId } from "#platform/ids"
import type { Platform } from "#platform/platform"
import { cpuNow, cpuSince } from "./scan/cpu.ts"
import { fillPortfolio, giveFacts } from "./scan/portfolio.ts"

const [partnerships = 5_000, changed = 1_000, weeks = 156] = process.argv.slice(2).map(Number)
const lastDay = "2026-11-23"

const folder = mkdtempSync(join(tmpdir(), "keelson-scan-"))
chmodSync(folder, 0o711) // the server's own user has to pass
const postgres = await startEmbeddedPostgres({ folder: join(folder, "postgres"), log: () => {}, preferredPort: 0 })

const timed = async (platform: Platform, system: System, isFull: boolean) => {
  const id = newId()
  await platform.transact(system, (tx) =>
    tx.db
      .insertInto("driftScan")
      .values({ workspaceId: system.workspaceId, id, state: "queued", asOf: lastDay, isFull, createdAt: tx.now })
      .execute(),
  )
  const before = performance.now()
  const used = cpuNow(postgres.pid)
  await runScan(platform, system, id)
  return { seconds: Math.round(performance.now() - before) / 1_000, cpuSeconds: cpuSince(postgres.pid, used) }
}

try {
  await migrate({ ownerUrl: postgres.ownerUrl })
  const config = readConfig({ KEELSON_FOLDER: folder, LOG_LEVEL: "silent" })
  const clock = { now: () => `${lastDay}T06:00:00.000Z` }
  const keelson = openKeelson({ config, ownerUrl: postgres.ownerUrl, clock })
  const { platform } = keelson
  const founding = { name: "Bench", timeZone: "Europe/Berlin", currency: "EUR" }
  const { slug: _, ...system } = await platform.transact({ kind: "anonymous" }, (tx) =>
    foundWorkspace(tx, founding, []),
  )
  const ids = await fillPortfolio(platform, system, { partnerships, weeks, lastDay })
  let peakBytes = 0
  const watch = setInterval(() => {
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss())
  }, 100)
  const first = await timed(platform, system, true)
  const again = await timed(platform, system, true)
  const changedIds = ids.slice(0, changed)
  await giveFacts(platform, system, changedIds)
  await platform.transact(system, (tx) => markStale(tx, changedIds))
  const drifting = await platform.transact(
    system,
    async ({ db }) =>
      (await sql<{ count: number }>`select count(*) as count from drift_finding where drifting`.execute(db)).rows[0]
        ?.count,
  )
  const incremental = { changed, ...(await timed(platform, system, false)) }
  clearInterval(watch)
  const peakMiB = Math.round(peakBytes / 1_048_576)
  process.stdout.write(`${JSON.stringify({ partnerships, weeks, first, again, incremental, peakMiB, drifting })}\n`)
  await keelson.close()
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
