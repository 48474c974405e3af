import { existsSync } from "node:fs"
import { join } from "node:path"
import pg from "pg"
import { whyClockStays } from "#platform/clock-setting"
import type { Config } from "#platform/config"
import { ConfigError, readConfig } from "#platform/config"
import { startEmbeddedPostgres } from "#platform/embedded-postgres/start"

export type OpenDatabase = Readonly<{ ownerUrl: string; stop(): Promise<void> }>

/** The database that DATABASE_URL names, or the embedded one in Keelson's folder. `joins`: use that of a server that already runs. */
export const openDatabase = async (config: Config, options: { joins?: boolean } = {}): Promise<OpenDatabase> => {
  if (config.databaseUrl !== undefined) return { ownerUrl: config.databaseUrl, stop: async () => {} }
  return startEmbeddedPostgres({ folder: join(config.folder, "postgres"), log: say, ...options })
}

/** Nothing was made here yet that a command could be about. The message is one sentence that says what to do first. */
export class NotStartedYet extends Error {
  override name = "NotStartedYet"
}

/** The database of a Keelson that was started before, for commands about what it holds: they make none. */
export const openMadeDatabase = async (config: Config): Promise<OpenDatabase> => {
  if (config.databaseUrl === undefined && !existsSync(join(config.folder, "postgres", "data", "PG_VERSION")))
    throw new NotStartedYet(
      `There is no Keelson in ${config.folder} yet: start it there once, or name its folder with KEELSON_FOLDER or its database with DATABASE_URL.`,
    )
  const database = await openDatabase(config, { joins: true })
  try {
    await refuseEmpty(database.ownerUrl)
    return database
  } catch (fault) {
    await database.stop()
    throw fault
  }
}

const refuseEmpty = async (ownerUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  client.on("error", () => {})
  try {
    await client.connect()
    const { rows } = await client.query("select to_regclass('schema_migration') as is")
    if (rows[0]?.is === null)
      throw new NotStartedYet(
        "This database holds no Keelson yet: start Keelson with it once, or bring it up to date with `keelson migrate`.",
      )
  } finally {
    await client.end().catch(() => {})
  }
}

/** Reads settings, or says every mistake and ends with exit code 2. */
export const configOrExit = ({ mayMoveClock = false } = {}): Config => {
  try {
    const config = readConfig(process.env)
    const why = whyClockStays(config, process.env, mayMoveClock)
    if (why !== undefined) throw new ConfigError(why)
    return config
  } catch (fault) {
    if (!(fault instanceof ConfigError)) throw fault
    process.stderr.write(`${fault.message}\n`)
    process.exit(2)
  }
}

/** A line for the person at the terminal. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}
