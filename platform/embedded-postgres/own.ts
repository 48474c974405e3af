import { join } from "node:path"
import { serverAccount } from "./account.ts"
import { findBinaries } from "./binaries.ts"
import { ensureDatabase, urlOf } from "./connection.ts"
import { initialise } from "./initialise.ts"
import { keepRunning } from "./keep-running.ts"
import { type Launch, launch } from "./launch.ts"
import type { Lock } from "./lock.ts"
import { reattach } from "./postmaster.ts"
import { shutDown } from "./shut-down.ts"
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from "./types.ts"

/** Where we are found when nothing else has that port. */
const usualPort = 54_329

/** Runs the server of a folder that is ours: takes over what still runs there, else starts it, and keeps it running. */
export const own = async (options: EmbeddedPostgresOptions, folder: string, lock: Lock): Promise<EmbeddedPostgres> => {
  const { log, isDurable = true, preferredPort = usualPort } = options
  try {
    const account = serverAccount()
    const binaries = findBinaries(account)
    const { data, password } = initialise({ folder, binaries, account, isDurable, log })
    const how: Launch = { binaries, account, data, logFile: join(folder, "postgres.log"), isDurable }

    const running = await reattach(data, password)
    if (running) log(`Took over the PostgreSQL that was still running (process ${running.pid})`)
    let server = running ?? (await launch(how, preferredPort))
    await ensureDatabase(urlOf(server.port, password, "postgres"), "keelson")

    const restart = async (): Promise<void> => {
      server = await launch(how, server.port, true)
    }
    const stopWatching = keepRunning({ pid: () => server.pid, restart, log })
    return {
      ownerUrl: urlOf(server.port, password, "keelson"),
      port: server.port,
      get pid() {
        return server.pid
      },
      stop: async () => {
        await stopWatching()
        await shutDown(server.pid)
        lock.release()
      },
    }
  } catch (fault) {
    lock.release()
    throw fault
  }
}
