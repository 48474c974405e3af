import pg from "pg"
import type { Config } from "#platform/config"
import { configOrExit, openDatabase, openMadeDatabase, say } from "./openDatabase.ts"
import { sayStartFault } from "./sayStartFault.ts"

/** What a command about the whole database works with. */
export type Owner = Readonly<{ config: Config; ownerUrl: string; client: pg.Client; say: (line: string) => void }>

type Options = Readonly<{
  /** The command may be the first that there is: it works on an empty database too. */
  mayBeFirst?: boolean
}>

/** Runs a command over the database, that of a running server or its own, and ends with 0 if it answers true, else 1. */
export const withOwner = async (
  work: (owner: Owner) => Promise<boolean>,
  { mayBeFirst = false }: Options = {},
): Promise<void> => {
  const config = configOrExit()
  try {
    const database = mayBeFirst ? await openDatabase(config, { joins: true }) : await openMadeDatabase(config)
    const client = new pg.Client({ connectionString: database.ownerUrl, connectionTimeoutMillis: 10_000 })
    client.on("error", () => {})
    try {
      await client.connect()
      process.exitCode = (await work({ config, ownerUrl: database.ownerUrl, client, say })) ? 0 : 1
    } finally {
      await client.end().catch(() => {})
      await database.stop()
    }
  } catch (fault) {
    sayStartFault(fault, config)
    process.exitCode = 1
  }
}
