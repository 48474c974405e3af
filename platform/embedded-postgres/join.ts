import { existsSync, readFileSync, realpathSync } from "node:fs"
import { join as path } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { urlOf } from "./connection.ts"
import { EmbeddedPostgresFault } from "./fault.ts"
import type { Held } from "./lock.ts"
import { reattach } from "./postmaster.ts"
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from "./types.ts"

const patienceMs = 30_000

/** Uses the server another Keelson runs on this folder, once it answers; refuses when we were to run one ourselves. */
export const join = async (
  { joins = false }: EmbeddedPostgresOptions,
  folder: string,
  { heldBy: owner, isElsewhere }: Held,
): Promise<EmbeddedPostgres> => {
  // Its PostgreSQL cannot be reached from here, and must not be taken for one that is gone.
  if (isElsewhere)
    throw new EmbeddedPostgresFault(
      `A Keelson in another container or on another machine runs on ${folder}: stop it first, give this one a folder of its own, or run several servers on one database with DATABASE_URL.`,
    )
  if (!joins)
    throw new EmbeddedPostgresFault(
      `Keelson already runs on ${folder} (process ${owner}): stop it first, or give this one a folder of its own.`,
    )
  const deadline = Date.now() + patienceMs
  for (;;) {
    const server = await runningServer(folder)
    if (server) return { ...server, stop: async () => {} }
    if (Date.now() > deadline)
      throw new EmbeddedPostgresFault(
        `The Keelson on ${folder} (process ${owner}) has no database running: restart it.`,
      )
    await pause(100)
  }
}

const runningServer = async (folder: string): Promise<Omit<EmbeddedPostgres, "stop"> | undefined> => {
  if (!existsSync(path(folder, "data", "PG_VERSION"))) return undefined
  const password = readFileSync(path(folder, "password"), "utf8")
  const running = await reattach(realpathSync(path(folder, "data")), password, patienceMs)
  return running && { ownerUrl: urlOf(running.port, password, "keelson"), port: running.port, pid: running.pid }
}
