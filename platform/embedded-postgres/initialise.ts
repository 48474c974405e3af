import { spawnSync } from "node:child_process"
import { createHash, randomBytes } from "node:crypto"
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { type Account, canReach } from "./account.ts"
import { type Binaries, makeSystemFolder, systemFolder } from "./binaries.ts"
import { ownerRole } from "./connection.ts"
import { EmbeddedPostgresFault, explain } from "./fault.ts"

export type Cluster = Readonly<{ data: string; password: string }>

type Options = Readonly<{
  folder: string
  binaries: Binaries
  account: Account | undefined
  isDurable: boolean
  log: (line: string) => void
}>

/** The data folder and its password, made on first use. */
export const initialise = (options: Options): Cluster => {
  const data = join(options.folder, "data")
  if (!existsSync(join(data, "PG_VERSION"))) make(options, data)
  checkVersion(data)
  const real = realpathSync(data)
  if (!canReach(options.account, real)) throw closedToServer(real)
  return { data: real, password: readFileSync(join(options.folder, "password"), "utf8") }
}

/** initdb works in a draft that is renamed when it is whole: a crash half-way leaves a draft, never half a database. */
const make = (options: Options, data: string): void => {
  if (existsSync(data)) throw notOurs(data)
  rmSync(data, { force: true }) // a link to a folder that is gone
  const home = chooseHome(options)
  for (const leftover of readdirSync(dirname(home.draft)).filter((name) => name.startsWith(home.draftPrefix)))
    rmSync(join(dirname(home.draft), leftover), { recursive: true, force: true })
  checkRoom(options.folder)
  options.log("Making the database folder")
  const password = randomBytes(24).toString("base64url")
  writeFileSync(join(options.folder, "password"), password, { mode: 0o600 })
  runInitdb(options, home.draft, password)
  renameSync(home.draft, home.final)
  if (home.final !== data) symlinkSync(home.final, data)
}

/** In the folder itself; when the server's user cannot get there, in the system's place with a link to it. */
const chooseHome = ({ folder, account, log }: Options): { draft: string; draftPrefix: string; final: string } => {
  if (canReach(account, folder))
    return { draft: join(folder, `draft-${process.pid}`), draftPrefix: "draft-", final: join(folder, "data") }
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 12)
  const final = join(systemFolder, `${name}-${randomBytes(4).toString("hex")}`)
  makeSystemFolder()
  log(`The user postgres cannot enter ${folder}: the database lives in ${final}`)
  return { draft: join(systemFolder, `draft-${name}-${process.pid}`), draftPrefix: `draft-${name}-`, final }
}

const runInitdb = ({ binaries, account, isDurable }: Options, draft: string, password: string): void => {
  const passwordFile = `${draft}.password`
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid)
  const args = [
    `--pgdata=${draft}`,
    `--username=${ownerRole}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    // PostgreSQL's own C.UTF-8: the same order on every machine; ICU collations are there for sorting names.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    ...(isDurable ? [] : ["--no-sync"]),
  ]
  const { status, stderr, error } = spawnSync(binaries.initdb, args, { ...account, cwd: "/", encoding: "utf8" })
  rmSync(passwordFile, { force: true })
  if (status === 0) return
  rmSync(draft, { recursive: true, force: true })
  throw explain("Making the database folder", error?.message ?? stderr)
}

const neededBytes = 256 * 1024 * 1024

export const checkRoom = (folder: string): void => {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < neededBytes)
    throw new EmbeddedPostgresFault(
      `The disk of ${folder} is full: a new database needs 256 MB, free some space and retry.`,
    )
}

const checkVersion = (data: string): void => {
  const version = readFileSync(join(data, "PG_VERSION"), "utf8").trim()
  if (version !== "18")
    throw new EmbeddedPostgresFault(
      `${data} was made by PostgreSQL ${version} and this Keelson brings 18: back it up with the Keelson that made it, then restore here.`,
    )
}

const notOurs = (data: string): EmbeddedPostgresFault =>
  new EmbeddedPostgresFault(
    `${data} is ${lstatSync(data).isDirectory() ? "a folder" : "a file"} but not a PostgreSQL database: move it away and start Keelson again.`,
  )

const closedToServer = (data: string): EmbeddedPostgresFault =>
  new EmbeddedPostgresFault(
    `The user postgres cannot enter ${data}: move the folder where it can, or start Keelson as the folder's owner.`,
  )
