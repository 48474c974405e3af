import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { afterAll, inject } from "vitest"
import { migrate } from "#platform/database"
import { newId } from "#platform/ids"
import { nextTo, runAsOwner } from "./owner-connection.ts"

/** A database as an older Keelson left it. */
export type OldDatabase = Readonly<{
  client: pg.Client
  /** Brings it to where a new one is. */
  forward(): Promise<void>
}>

/** A database with the migrations before a number (`"0070"`), dropped when the file is done. */
export const databaseBefore = async (number: string): Promise<OldDatabase> => {
  const server = inject("ownerUrl")
  const name = `test_before_${newId().slice(-12)}`
  const ownerUrl = nextTo(server, name)
  await runAsOwner(server, `create database ${name}`)
  const folder = mkdtempSync(join(tmpdir(), "keelson-test-"))
  for (const file of readdirSync("migrations")) if (file < number) cpSync(join("migrations", file), join(folder, file))
  await migrate({ ownerUrl, folder })
  rmSync(folder, { recursive: true })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  afterAll(async () => {
    await client.end()
    await runAsOwner(server, `drop database ${name} with (force)`)
  })
  return { client, forward: () => migrate({ ownerUrl }) }
}
