import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { migrate } from "#platform/database"
import { startEmbeddedPostgres } from "#platform/embedded-postgres/start"
import { nextTo, runAsOwner, templateName } from "./owner-connection.ts"
import { sweepAbandoned } from "./sweep.ts"

type SharedPostgres = Readonly<{ ownerUrl: string; stop: () => Promise<void> }>

const folderPrefix = "keelson-test-"

/** One throw-away server with one migrated template database; every test file clones the template. */
export const startSharedPostgres = async (): Promise<SharedPostgres> => {
  await sweepAbandoned(folderPrefix)
  const folder = mkdtempSync(join(tmpdir(), folderPrefix))
  chmodSync(folder, 0o711) // the server's own user has to pass
  const server = await startEmbeddedPostgres({ folder, log: () => {}, isDurable: false, preferredPort: 0 })
  const stop = async (): Promise<void> => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await runAsOwner(server.ownerUrl, `CREATE DATABASE ${templateName}`)
    await migrate({ ownerUrl: nextTo(server.ownerUrl, templateName) })
  } catch (fault) {
    await stop()
    throw fault
  }
  return { ownerUrl: server.ownerUrl, stop }
}
