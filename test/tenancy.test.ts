import pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { addressOfRole, serverRoles } from "#platform/roles"
import { createTestDatabase } from "#test/database"

/** Tables that belong to no tenant: the tenants themselves, and what was migrated. Accounts and jobs live in schemas of their own. */
const global = ["workspace", "schema_migration"]

const { ownerUrl } = await createTestDatabase()
const pool = new pg.Pool({ connectionString: ownerUrl })
afterAll(() => pool.end())

const names = async (sql: string): Promise<string[]> =>
  (await pool.query<{ name: string }>(sql)).rows.map(({ name }) => name)
const tenantTables = `select c.oid, c.relname from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
  and c.relname <> all (array['${global.join("','")}'])`

test("there are tenant tables to look at", async () => {
  expect((await names(`select relname as name from (${tenantTables}) t`)).length).toBeGreaterThan(20)
})

test("workspace_id comes first in every primary key, unique constraint and unique index", async () => {
  const wrong =
    await names(`select t.relname || '.' || i.indexrelid::regclass as name from (${tenantTables}) t join pg_index i on i.indrelid = t.oid
    where i.indisunique and (select attname from pg_attribute where attrelid = t.oid and attnum = i.indkey[0]) <> 'workspace_id'`)
  const keyless = await names(
    `select relname as name from (${tenantTables}) t where not exists (select from pg_index where indrelid = t.oid and indisprimary)`,
  )
  expect([...wrong, ...keyless]).toEqual([])
})

test("every foreign key between tenant tables carries the workspace, so no reference can cross tenants", async () => {
  const crossing =
    await names(`select t.relname || '.' || k.conname as name from (${tenantTables}) t join pg_constraint k on k.conrelid = t.oid
    where k.contype = 'f' and k.confrelid <> 'workspace'::regclass
    and ((select attname from pg_attribute where attrelid = t.oid and attnum = k.conkey[1]) <> 'workspace_id'
      or (select attname from pg_attribute where attrelid = k.confrelid and attnum = k.confkey[1]) <> 'workspace_id')`)
  expect(crossing).toEqual([])
})

test("row-level security is enabled and forced on every table the application can reach", async () => {
  const open =
    await names(`select c.relname as name from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
    and c.relname <> 'schema_migration' and not (c.relrowsecurity and c.relforcerowsecurity)`)
  const reachable = await names(
    `select c.relname as name from pg_class c where c.relname = 'schema_migration' and has_table_privilege('keelson_app', c.oid, 'select')`,
  )
  expect([...open, ...reachable]).toEqual([])
})

test("every policy of the application's role compares the workspace", async () => {
  const loose =
    await names(`select tablename || '.' || policyname as name from pg_policies where schemaname = 'public' and 'keelson_app' = any(roles)
    and qual not like '%app.workspace_id%'`)
  expect(loose).toEqual([])
})

test("what runs as its owner has a fixed search path and is not everybody's, and no view stands beside the policies", async () => {
  const definers = `from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace`
  expect((await names(`select p.proname as name ${definers}`)).length).toBeGreaterThan(5)
  const loose = await names(`select p.proname as name ${definers}
    and (not exists (select from unnest(p.proconfig) setting where setting = 'search_path=pg_catalog, public, pg_temp')
      or p.proacl is null or exists (select from aclexplode(p.proacl) right_of where right_of.grantee = 0))`)
  const views = await names(
    `select relname as name from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace`,
  )
  expect([...loose, ...views]).toEqual([])
})

test("the application's role owns nothing, bypasses nothing, and cannot rewrite the ledger or read accounts", async () => {
  const role = await pool.query(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      (select count(*)::int from pg_class where relowner = r.oid) as owned,
      has_table_privilege('keelson_app', 'event', 'update') as rewrites, has_table_privilege('keelson_app', 'event', 'delete') as erases,
      has_schema_privilege('keelson_app', 'identity', 'usage') as accounts, has_schema_privilege('keelson_app', 'graphile_worker', 'usage') as jobs
    from pg_roles r where rolname = 'keelson_app'`)
  expect(role.rows[0]).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    owned: 0,
    rewrites: false,
    erases: false,
    accounts: false,
    jobs: false,
  })
})

test("what runs as its owner names each table in full", async () => {
  const { rows: bodies } = await pool.query<{ name: string; body: string }>(
    `select p.proname as name, p.prosrc as body from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace`,
  )
  const tables = await names(
    "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace",
  )
  const short = new RegExp(`(?:from|join|into|update|only|,)\\s+(?:${tables.join("|")})\\b(?!\\s*[.(])`, "i")
  expect("select from workspace w").toMatch(short)
  expect("select from public.workspace w, identity.account").not.toMatch(short)
  expect(bodies.filter(({ body }) => short.test(body)).map(({ name }) => name)).toEqual([])
})

describe.each(serverRoles)("the role %s", (role) => {
  const client = new pg.Client({ connectionString: addressOfRole(ownerUrl, role) })
  beforeAll(() => client.connect())
  afterAll(() => client.end())

  test("logs in as itself and can become nobody else", async () => {
    await client.query("set role none")
    const who = "select session_user as session, current_user as now"
    expect((await client.query(who)).rows).toEqual([{ session: role, now: role }])
    const others = [new URL(ownerUrl).username, ...serverRoles.filter((other) => other !== role)]
    for (const other of others) await expect(client.query(`set role ${other}`)).rejects.toThrow(/permission denied/)
    await expect(client.query(`alter role ${role} superuser`)).rejects.toThrow(/permission denied/)
  })

  test("reaches no file and no program of the server's machine", async () => {
    await expect(client.query("copy (select 1) to program 'true'")).rejects.toThrow(/permission denied/)
    await expect(client.query("copy (select 1) to '/tmp/never'")).rejects.toThrow(/permission denied/)
    await expect(client.query("select pg_read_file('/etc/hostname')")).rejects.toThrow(/permission denied/)
  })

  test("is no superuser, owns nothing and makes nothing", async () => {
    const { rows } = await pool.query(
      `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as mighty,
        (select count(*)::int from pg_shdepend where refobjid = r.oid and deptype = 'o') as owned from pg_roles r where rolname = $1`,
      [role],
    )
    expect(rows).toEqual([{ mighty: false, owned: 0 }])
    await expect(client.query("create table public.mine (id int)")).rejects.toThrow(/permission denied/)
    await expect(client.query("create schema mine")).rejects.toThrow(/permission denied/)
  })
})

test("an owner without a password gives no role one that anybody could work out", () => {
  expect(() => addressOfRole("postgres://owner@127.0.0.1:5432/keelson", "keelson_app")).toThrow(/names no password/)
})

test("each role sees what it is for and nothing else", async () => {
  const seen = async (role: string) => {
    const { rows } = await pool.query(
      `select distinct n.nspname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
          and has_schema_privilege($1, n.oid, 'usage') and has_table_privilege($1, c.oid, 'select') order by 1`,
      [role],
    )
    return rows.map(({ name }) => name)
  }
  expect(await seen("keelson_app")).toEqual(["public"])
  expect(await seen("keelson_identity")).toEqual(["identity"])
  expect(await seen("keelson_jobs")).toEqual(["graphile_worker"])
})

test("without an actor's settings a query fails instead of answering", async () => {
  const client = new pg.Client({ connectionString: addressOfRole(ownerUrl, "keelson_app") })
  await client.connect()
  await expect(client.query("select * from organization")).rejects.toThrow(/app\.workspace_id/)
  await client.end()
})
