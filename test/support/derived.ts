import pg from "pg"
import { afterAll } from "vitest"
import { queriesOver, sql } from "#platform/database"
import { createTestDatabase } from "./database.ts"

type Fragment = ReturnType<typeof sql>
export type Derive = (
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
  fragment: (alias: string) => Fragment,
) => Promise<unknown[]>

/**
 * Asks PostgreSQL what a fragment says of rows of a table, in the order given. The rows are of the table's own type and stored
 * nowhere, so that any combination of values can be asked about.
 */
export const openDerive = async (): Promise<Derive> => {
  const { ownerUrl } = await createTestDatabase()
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  afterAll(() => client.end())
  const db = queriesOver(client)
  return async (table, rows, fragment) => {
    const { rows: answers } = await sql<{ answer: unknown }>`
      select ${fragment("row")} as answer
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as given (it, place),
        jsonb_populate_record(null::${sql.table(table)}, given.it) as row
      order by place`.execute(db)
    return answers.map(({ answer }) => answer)
  }
}
