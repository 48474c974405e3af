import pg from "pg"

/** A database that can be put back as it was, again and again, while the server runs. */
export type Vault = Readonly<{
  /** Everything as it was when the vault was made; work that was queued since is forgotten. */
  restore(): Promise<void>
  /** One figure per tenant table that changes with any of its rows. */
  fingerprint(): Promise<Readonly<Record<string, string>>>
  close(): Promise<void>
}>

type Table = Readonly<{ schema: string; name: string; columns: string }>

const everyTable = `select table_schema as schema, table_name as name, string_agg(quote_ident(column_name), ', ') as columns
  from information_schema.columns join information_schema.tables using (table_schema, table_name)
  where table_schema in ('public', 'identity') and table_type = 'BASE TABLE' and is_generated = 'NEVER'
    and table_name <> 'schema_migration' group by 1, 2 order by 1, 2`

export const openVault = async (ownerUrl: string): Promise<Vault> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  // Rows come back in any order, and what is queued now is nobody's any more.
  await client.query("set session_replication_role = replica; create schema vault")
  const tables = (await client.query<Table>(everyTable)).rows
  const named = tables.map(({ schema, name, columns }) => ({
    place: `${schema}."${name}"`,
    kept: `vault."${schema} ${name}"`,
    columns,
  }))
  await client.query(named.map(({ place, kept }) => `create table ${kept} as table ${place}`).join("; "))
  const back = named
    .map(
      ({ place, kept, columns }) =>
        `delete from ${place}; insert into ${place} (${columns}) select ${columns} from ${kept}`,
    )
    .join("; ")
  const print = tables
    .filter(({ schema }) => schema === "public")
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) as print from "${name}" t`,
    )
    .join(" union all ")
  return {
    restore: async () => {
      await client.query(`begin; ${back}; delete from graphile_worker._private_jobs; commit`)
    },
    fingerprint: async () => {
      const { rows } = await client.query<{ name: string; print: string }>(print)
      return Object.fromEntries(rows.map(({ name, print: figure }) => [name, figure]))
    },
    close: () => client.end(),
  }
}
