import { randomBytes } from "node:crypto"
import { afterAll, inject } from "vitest"
import { nextTo, runAsOwner, templateName } from "./owner-connection.ts"

export type TestDatabase = Readonly<{
  /** The owner's connection; the application's role is set by `openPool`. */
  ownerUrl: string
}>

/**
 * A migrated, empty database of this test file's own, dropped when the file is done.
 * Call it at the top of the file: `const database = await createTestDatabase()`.
 */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const server = inject("ownerUrl")
  const name = `test_${randomBytes(8).toString("hex")}`
  await runAsOwner(server, `CREATE DATABASE ${name} TEMPLATE ${templateName} STRATEGY WAL_LOG`)
  // Hooks run last in, first out: pools that the file closes in its own afterAll are closed by now.
  afterAll(() => drop(server, name))
  return { ownerUrl: nextTo(server, name) }
}

/** A database with nothing in it, dropped when the test file is done. */
export const createEmptyDatabase = async (): Promise<TestDatabase> => {
  const server = inject("ownerUrl")
  const name = `test_${randomBytes(8).toString("hex")}`
  await runAsOwner(server, `CREATE DATABASE ${name}`)
  afterAll(() => drop(server, name))
  return { ownerUrl: nextTo(server, name) }
}

const inUse = "55006"

/**
 * Drops a database when nobody is connected any more, which the server itself awaits for five seconds, and then by force. A pool's
 * sockets close a moment after its `end()`: forced at once, the server's farewell would be an error that nobody listens for.
 */
const drop = async (server: string, name: string): Promise<void> => {
  try {
    await runAsOwner(server, `DROP DATABASE ${name}`)
  } catch (fault) {
    if ((fault as { code?: string }).code !== inUse) throw fault
    await runAsOwner(server, `DROP DATABASE ${name} WITH (FORCE)`)
  }
}
