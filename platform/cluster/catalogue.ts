import type pg from "pg"
import type { Catalogue, Key, Standing } from "./plan.ts"

/** Whether this PostgreSQL can be one of many: Citus is there. */
export const isCitus = async (client: pg.ClientBase): Promise<boolean> =>
  (await one<{ is: boolean }>(client, "select to_regclass('pg_dist_partition') is not null as is")).is

/** Whether tenants' tables lie on many machines, wholly or because a run was cut short. */
export const isDistributed = async (client: pg.ClientBase): Promise<boolean> =>
  (await isCitus(client)) &&
  (
    await one<{ is: boolean }>(
      client,
      `select to_regclass('distribution.taken_off') is not null
        or exists (select from pg_dist_partition where logicalrelid = to_regclass('workspace')) as is`,
    )
  ).is

/** What a distribution is planned by. */
export const readCatalogue = async (client: pg.ClientBase): Promise<Catalogue> => ({
  tables: await all<Catalogue["tables"][number]>(client, tables),
  keys: await all<Key>(client, keys),
  kept: await takenOff(client),
  extensions: await namesIn(client, extensions),
  functions: await namesIn(client, functions),
})

const all = async <Row extends object>(client: pg.ClientBase, sql: string): Promise<Row[]> =>
  (await client.query<Row>(sql)).rows
const one = async <Row extends object>(client: pg.ClientBase, sql: string): Promise<Row> =>
  (await all<Row>(client, sql))[0] as Row
const namesIn = async (client: pg.ClientBase, sql: string): Promise<string[]> =>
  (await all<{ name: string }>(client, sql)).map(({ name }) => name)

const takenOff = async (client: pg.ClientBase): Promise<Key[] | undefined> =>
  (await one<{ is: boolean }>(client, "select to_regclass('distribution.taken_off') is not null as is")).is
    ? all<Key>(
        client,
        `select table_name as "table", name, definition, refers_to as "refersTo" from distribution.taken_off order by 1, 2`,
      )
    : undefined

const standing = {
  distributed: "distributed",
  reference: "reference",
  local: "local",
} as const satisfies Record<Standing, Standing>

const tables = `
  select c.relname as name,
    exists (select from pg_attribute where attrelid = c.oid and attname = 'workspace_id' and not attisdropped) as "isTenants",
    coalesce((select case when p.partmethod = 'h' then '${standing.distributed}' when p.repmodel = 't' then '${standing.reference}' end
      from pg_dist_partition p where p.logicalrelid = c.oid), '${standing.local}') as standing
  from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
    and c.relname not like 'pg\\_dist\\_%' order by c.relname`

const keys = `
  select k.conrelid::regclass::text as "table", quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition,
    k.confrelid::regclass::text as "refersTo"
  from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conparentid = 0 order by 1, 2`

/** Of ours alone: what a database server brings by itself is everywhere. */
const extensions = `select extname as name from pg_extension where extname in ('pg_trgm', 'unaccent', 'btree_gin') order by 1`

/** What depends on nothing but its arguments is reckoned where the rows are; the other functions ask tables, and from the first machine. */
const functions = `
  select p.oid::regprocedure::text as name from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.provolatile = 'i' and p.prokind = 'f'
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`
