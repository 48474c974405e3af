import { join } from "node:path"
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
