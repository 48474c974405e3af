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
  afterAll(() => runAsOwner(server, `DROP DATABASE ${name} WITH (FORCE)`))
  return { ownerUrl: nextTo(server, name) }
}
