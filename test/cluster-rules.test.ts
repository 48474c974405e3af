import { globSync, readFileSync } from "node:fs"
import pg from "pg"
import { afterAll, describe, expect, test } from "vitest"
import { faultsIn, faultsOfSql, piecesOf, unnamedIn } from "#test/cluster-rules"
import { createTestDatabase } from "#test/database"
import { usesInSql } from "#test/table-uses"

const { ownerUrl } = await createTestDatabase()
const pool = new pg.Pool({ connectionString: ownerUrl })
afterAll(() => pool.end())

const tables = (
  await pool.query<{ name: string }>(`select relname as name from pg_class
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname <> 'schema_migration'`)
).rows.map(({ name }) => name)
const bodies = (
  await pool.query<{ name: string; language: string; body: string; parameters: number }>(`
    select p.proname as name, l.lanname as language, p.prosrc as body, p.pronargs as parameters
    from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'public'::regnamespace and l.lanname in ('sql', 'plpgsql')
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`)
).rows
const all = new Set(tables)
const cluster = {
  // `workspace` lies whole on every machine.
  tenantTables: new Set(tables.filter((name) => name !== "workspace")),
  functions: new Set(
    bodies.filter(({ body }) => usesInSql(body).some(({ table }) => all.has(table))).map(({ name }) => name),
  ),
}

const sources = Object.fromEntries(
  globSync("{modules,platform,demo,commands}/**/*.ts", { exclude: ["**/*.test.ts"] }).map((file) => [
    file,
    readFileSync(file, "utf8"),
  ]),
)

test("no SQL of the sources says what a cluster refuses", () => {
  const said = Object.entries(sources).map(([file, source]) => [file, faultsIn(cluster, source)] as const)
  expect(Object.fromEntries(said.filter(([, faults]) => faults.length > 0))).toEqual({})
  expect(Object.values(sources).flatMap(piecesOf).length).toBeGreaterThan(150)
})

test("every query in a query builder's words names the workspace for each of its tables", () => {
  expect(unnamedIn(cluster, sources)).toEqual([])
})

describe("functions of the database", () => {
  const asking = bodies.filter(({ name }) => cluster.functions.has(name))

  test("that ask tables and have parameters are PL/pgSQL", () => {
    expect(asking.length).toBeGreaterThan(8)
    expect(asking.filter(({ language, parameters }) => language === "sql" && parameters > 0)).toEqual([])
  })

  test("say nothing that a cluster refuses", () => {
    // Which function calls which is PostgreSQL's to know; each body is looked at by itself. Five look across all workspaces by purpose.
    const across = ["workspaces_of", "invitation_by_token", "has_owner", "account_needed", "demo_people"]
    const alone = { ...cluster, functions: new Set<string>() }
    const said = asking.map(({ name, body }) => [name, faultsOfSql(alone, body)] as const)
    expect(said.filter(([name, faults]) => faults.length > 0 && !across.includes(name))).toEqual([])
  })
})

describe("the tables", () => {
  const names = async (sql: string) => (await pool.query<{ name: string }>(sql)).rows.map(({ name }) => name)
  const ours = "c.relnamespace = 'public'::regnamespace"

  test("have no triggers, no rules and no heirs, and are no views", async () => {
    expect(
      await names(`select c.relname || '.' || t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where ${ours} and not t.tgisinternal`),
    ).toEqual([])
    expect(
      await names(`select c.relname as name from pg_class c where ${ours} and (c.relkind not in ('r', 'i')
        or c.relhasrules or exists (select from pg_inherits i where i.inhparent = c.oid and c.relkind = 'r'))`),
    ).toEqual([])
  })

  test("refer to each other within a workspace, by keys that a cluster keeps", async () => {
    const key = "from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype = 'f'"
    expect((await names(`select k.conname as name ${key} and ${ours}`)).length).toBeGreaterThan(30)
    // What lies whole on every machine refers to nothing that lies in pieces.
    expect(await names(`select k.conname as name ${key} and c.relname = 'workspace'`)).toEqual([])
    // Set null or default would empty the workspace, too; a change of a key is no machine's alone.
    expect(
      await names(`select k.conname as name ${key} and ${ours} and k.confrelid <> 'workspace'::regclass
        and (k.confdeltype in ('n', 'd') or k.confupdtype <> 'a')`),
    ).toEqual([])
    expect(
      await names(`select k.conname as name ${key} and ${ours} and k.confrelid::regclass::text like 'identity.%'`),
    ).toEqual([])
  })

  test("exclude each other's rows within a workspace only", async () => {
    expect(
      await names(`select k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype = 'x'
        and ${ours} and (select attname from pg_attribute where attrelid = c.oid and attnum = k.conkey[1]) <> 'workspace_id'`),
    ).toEqual([])
  })

  test("count by no sequence but a big one, of which each machine has its own part", async () => {
    expect(
      await names(`select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum where ${ours} and c.relkind = 'r'
        and (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval%') and a.atttypid <> 'bigint'::regtype`),
    ).toEqual([])
  })
})

/** What is put into a template, with marks in it that are none of its own. */
const hole = () => ["$", "{given({ a: `1` })}"].join("")
const small = { tenantTables: new Set(["deal", "fund"]), functions: new Set(["deals_like"]) }

test.each([
  ["insert into deal (workspace_id, id) select ?, id from unnest(?::uuid[]) as id", /COPY: use writeRows/],
  ["insert into public.deal select * from fund where workspace_id = ? and workspace_id = ?", /COPY: use writeRows/],
  ["copy deal (workspace_id, id) from stdin", /row-level security refuses/],
  ["insert into deal (workspace_id, n) values (?, (select 1))", /inside the values/],
  ["with a as (select 1) insert into deal (workspace_id) values (?)", /WITH before/],
  ["insert into deal (workspace_id, id) values (?, ?) on conflict (id) do nothing", /begin with id/],
  ["insert into deal (workspace_id) values (?) on conflict on constraint deal_pkey do nothing", /names a constraint/],
  ["select set_config('app.workspace_id', ?, true)", /set local/],
  ["create temporary table kept (id uuid)", /no worker sees/],
  ["update deal set workspace_id = ? where workspace_id = ?", /another workspace/],
  ["select from ? where id = ? for update skip locked", /locks rows/],
  ["select pg_advisory_xact_lock(hashtext(name)) from deal where workspace_id = ?", /a worker would take it/],
  ["select id from fund where workspace_id = ? and deal_id in (select deals_like(?))", /call it first/],
  ["p.id in (select deals_like(?))", /call it first/],
  ["update deal set code = gen_random_uuid() where workspace_id = ?", /volatile/],
  ["delete from deal where workspace_id = ? and registered_at::date < ?", /time zone/],
  ["select from deal d join graphile_worker.jobs j on true where d.workspace_id = ?", /on one machine/],
  [
    "select from deal d join fund f on f.deal_id = d.id where d.workspace_id = ?",
    /uses 2 tables and names the workspace 1/,
  ],
])("it is noticed when SQL says: %s", (piece, fault) => {
  expect(faultsIn(small, `const a = sql\`${piece.replaceAll("?", hole)}\``)).toEqual([expect.stringMatching(fault)])
})

test.each([
  "insert into deal (workspace_id, id) values (?, ?), (?, ?) on conflict (workspace_id, id) do nothing",
  "insert into log (id) select id from unnest(?::uuid[]) as id",
  "update deal set n = m.n from unnest(?::uuid[], ?::integer[]) as m (id, n) where workspace_id = ? and deal.id = m.id",
  "select deals_like(?, ?)",
  "select array(select deals_like(?, ?))::text as ids",
  "select from deal d join fund f on f.workspace_id = d.workspace_id where d.workspace_id = ? for update of d",
  "select pg_advisory_xact_lock(hashtext(?))",
])("SQL may say: %s", (piece) => {
  expect(faultsIn(small, `const a = sql\`${piece.replaceAll("?", hole)}\``)).toEqual([])
})

const asked = 'db.selectFrom("deal as d").innerJoin("fund as f", on)'

test.each([
  [`const a = () => ${asked}.where("d.workspaceId", "=", workspaceId)`, []],
  [
    `const a = () => ${asked}.where("d.workspaceId", "=", workspace)`,
    [/a uses 2 tables and names the workspace 1 times/],
  ],
  ['const a = (rows) => rows.where("id", "=", id).forUpdate()', [/a locks rows and does not name the workspace/]],
  ["const own = (tx) => deals.rows(tx)\nexport const a = (tx) => own(tx).forUpdate()", []],
])("of a query builder's words %s", (source, faults) => {
  expect(unnamedIn(small, { "a.ts": source })).toEqual(faults.map((fault) => expect.stringMatching(fault)))
})

test.each([
  ['db.insertInto("deal").columns(["id"]).expression(rows)', 2],
  ['conflict.columns(["id", "workspaceId"]).doNothing()', 1],
  ['conflict.columns(["workspaceId", "id"]).doNothing()', 0],
])("of a query builder's inserts %s", (source, count) => {
  expect(faultsIn(small, source)).toHaveLength(count)
})
