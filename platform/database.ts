import type { DatabaseConnection, Dialect, QueryResult } from "kysely"
import { type CompiledQuery, Kysely, PostgresAdapter, PostgresIntrospector, sql } from "kysely"
import pg from "pg"
import { columnNames, SnakeCaseCompiler } from "./column-names.ts"
import { openPool as openBarePool } from "./pool.ts"
import { addressOfRole } from "./roles.ts"
import type { DB } from "./schema.ts"
import { statementNames } from "./statement-names.ts"

export { type RawBuilder, sql } from "kysely"
export { migrate } from "./migrate.ts"
export { asRead, byReading } from "./reading-order.ts"
export type { DB } from "./schema.ts"
/** Typed SQL over one open transaction. */
export type Queries = Kysely<DB>

/** `where("id", "=", anyOf(ids))`: one statement however long the list is, where `in` would be another for each length. */
export const anyOf = <T extends string | number>(values: readonly T[]) => sql<T>`any(${values})`

const { builtins } = pg.types
const types = new pg.TypeOverrides()
/** integer[] and double precision[], of one dimension wherever we ask for them. */
const arraysOfNumbers = [1007, 1022]
types.setTypeParser(builtins.INT8, Number)
types.setTypeParser(builtins.NUMERIC, Number)
types.setTypeParser(builtins.DATE, (text) => text)
types.setTypeParser(builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString())
/** Weekly series arrive as arrays of numbers, a million a scan; the driver's own reading of arrays takes several times as long. */
const numbers = (text: string) =>
  text === "{}"
    ? []
    : text
        .slice(1, -1)
        .split(",")
        .map((one) => (one === "NULL" ? null : Number(one)))
for (const oid of arraysOfNumbers) types.setTypeParser(oid, numbers)

/** The bounded pool of the application's role, with our types and pipelining. */
export const openPool = (ownerUrl: string, connections: number): pg.Pool =>
  openBarePool({
    connectionString: addressOfRole(ownerUrl, "keelson_app"),
    options: "-c search_path=public,pg_temp -c citus.propagate_set_commands=local",
    max: connections,
    statement_timeout: 60_000,
    // The server ends slow statements itself; this is for a server that can no longer say so.
    query_timeout: 300_000,
    pipeline: true,
    types,
  })

const connectionOver = (client: pg.ClientBase): DatabaseConnection => {
  const nameOf = statementNames(client)
  return {
    async executeQuery<R>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const result = await client.query({ text, name: nameOf(text), values: parameters as unknown[] } as pg.QueryConfig)
      return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
    },
    streamQuery() {
      throw new Error("read long results in keyset pages instead of streaming")
    },
  }
}

const dialectOver = (connection: DatabaseConnection): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new SnakeCaseCompiler(),
  createDriver: () => ({
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: async () => {},
    commitTransaction: async () => {},
    rollbackTransaction: async () => {},
    releaseConnection: async () => {},
    destroy: async () => {},
  }),
})

const overClient = new WeakMap<pg.ClientBase, Queries>()

/** Kysely bound to one connection, made once per connection. */
export const queriesOver = (client: pg.ClientBase): Queries => {
  const known = overClient.get(client)
  if (known) return known
  const made = new Kysely<DB>({
    dialect: dialectOver(connectionOver(client)),
    plugins: [columnNames],
  })
  overClient.set(client, made)
  return made
}
