import { createHash } from "node:crypto"
import type pg from "pg"

/** A table as it is kept: generated columns follow from the others and are left out. */
export type Kept = Readonly<{ name: string; columns: readonly string[]; types: readonly string[] }>

/** Everything that is ours: the business, the accounts, the queue; not what the queue keeps about its own making. */
export const keptTables = async (client: pg.ClientBase): Promise<readonly Kept[]> =>
  (
    await client.query<Kept>(`
      select format('%I.%I', n.nspname, c.relname) as name,
        array_agg(quote_ident(a.attname) order by a.attnum) as columns, array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum) as types
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where c.relkind in ('r', 'p') and n.nspname in ('public', 'identity', 'graphile_worker')
        and (n.nspname, c.relname) not in (('graphile_worker', 'migrations'), ('public', 'schema_migration'))
        and c.relname not like 'pg\\_dist\\_%' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      group by 1 order by 1`)
  ).rows

/** Text in and out of PostgreSQL is exact when these say how it is written. */
export const exactText =
  "set datestyle = 'ISO, YMD'; set timezone = 'UTC'; set intervalstyle = 'postgres'; set bytea_output = 'hex'; set extra_float_digits = 3"

const atOnce = 2_000

/** Every row of a table as a line: its columns as PostgreSQL writes them, in a JSON array. Inside a transaction. */
export async function* linesOf(client: pg.ClientBase, { name, columns }: Kept): AsyncGenerator<readonly string[]> {
  await client.query(
    `declare kept no scroll cursor for select json_build_array(${columns.map((column) => `${column}::text`).join(", ")})::text as line from ${name}`,
  )
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${atOnce} from kept`)
    if (rows.length === 0) break
    yield rows.map(({ line }) => line)
  }
  await client.query("close kept")
}

/** What all rows together come to, in whatever order: the sum of their hashes. */
export const openRowsHash = () => {
  let sum = 0n
  let rows = 0
  return {
    add: (line: string): void => {
      sum = BigInt.asUintN(128, sum + BigInt(`0x${createHash("sha256").update(line).digest("hex").slice(0, 32)}`))
      rows++
    },
    get rows(): number {
      return rows
    },
    get hash(): string {
      return sum.toString(16).padStart(32, "0")
    },
  }
}

/** Where sequences stand; one that was never asked is left out. */
export const sequencesOf = async (client: pg.ClientBase): Promise<{ name: string; last: string }[]> =>
  (
    await client.query<{ name: string; last: string }>(`
      select format('%I.%I', schemaname, sequencename) as name, last_value::text as last from pg_sequences
      where schemaname in ('public', 'identity', 'graphile_worker') and last_value is not null order by 1`)
  ).rows
