import { existsSync, readdirSync, realpathSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { takeLock } from "#platform/embedded-postgres/lock"
import { isServing, readPostmaster } from "#platform/embedded-postgres/postmaster"
import { shutDown } from "#platform/embedded-postgres/shut-down"

/** A killed test run leaves its server behind: the next run stops it and removes its folder. */
export const sweepAbandoned = async (prefix: string): Promise<void> => {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    // A folder without a lock is one that another run is just making.
    if (!existsSync(join(folder, "keelson.lock")) || "heldBy" in (await takeLock(folder))) continue
    await stopServer(join(folder, "data"))
    rmSync(folder, { recursive: true, force: true })
  }
}

const stopServer = async (data: string): Promise<void> => {
  const found = readPostmaster(data)
  if (found && isServing(found.pid, realpathSync(data))) await shutDown(found.pid)
}
