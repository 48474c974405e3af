import { glob, readFile } from "node:fs/promises"
import pg from "pg"
import { afterAll, expect, test } from "vitest"
import { createTestDatabase } from "#test/database"

/**
 * The clock of the whole system can be moved, so nothing of the business may ask another: neither a source file the machine's, nor
 * a statement, a default or a function the database's.
 */

/** Who may ask, and for what: never for what people see, decide by or are held to. */
const exceptions: Readonly<Record<string, string>> = {
  "platform/clock.ts": "is the clock",
  "platform/follow-time.ts": "brings the clock to the database's",
  "platform/id-batch.ts": "the time in an id orders; nobody reads it",
  "platform/presence.ts": "locks of the queue's workers are the queue's own time",
  "platform/migrate.ts": "when a migration was applied, for operators",
  "platform/embedded-postgres/launch.ts": "patience with a process",
  "platform/embedded-postgres/postmaster.ts": "patience with a process",
  "platform/embedded-postgres/lock.ts": "a sign of life, which is watched and not read",
  "platform/embedded-postgres/join.ts": "patience with a process",
  "platform/embedded-postgres/shut-down.ts": "patience with a process",
  "platform/identity/sessions.ts": "sessions end by the clock of the sign-in library, which is the machine's",
  "modules/imports/importing/readRun.ts": "how often progress is noted",
}

const machine = /\bDate\.now\b|\bnew Date\(\s*\)|(?<![.\w])Date\(\)|\bTemporal\.Now\b/
const database =
  /(?<![.\w])now\(\)|\bcurrent_(?:timestamp|date|time)\b|\blocaltime(?:stamp)?\b|\b(?:clock|statement|transaction)_timestamp\b|\btimeofday\b|'(?:now|today|tomorrow|yesterday)'::|\b(?:date|timestamptz?) '(?:now|today|tomorrow|yesterday)'/i

const faultOf = (source: string): string | undefined => {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(?<!:)\/\/.*/g, "")
  return (machine.exec(code) ?? database.exec(code))?.[0]
}

const owner = new pg.Pool({ connectionString: (await createTestDatabase()).ownerUrl })
afterAll(() => owner.end())

/** Defaults and functions of the migrated database that ask it for the time. */
const askedInDatabase = async (client: Pick<pg.ClientBase, "query">): Promise<string[]> => {
  const { rows } = await client.query<{ name: string; code: string }>(`
    select n.nspname || '.' || c.relname || '.' || a.attname as name, pg_get_expr(d.adbin, d.adrelid) as code
      from pg_attrdef d join pg_class c on c.oid = d.adrelid join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
      where n.nspname in ('public', 'identity')
    union all
    select n.nspname || '.' || p.proname, pg_get_functiondef(p.oid) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('public', 'identity') and p.prokind in ('f', 'p')
        and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
    union all
    select n.nspname || '.' || c.relname, pg_get_viewdef(c.oid) from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'identity') and c.relkind in ('v', 'm')
    union all
    select n.nspname || '.' || c.relname || '.' || k.conname, pg_get_constraintdef(k.oid) from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'identity') and k.contype = 'c'
    union all
    select p.tablename || '.' || p.policyname, coalesce(p.qual, '') || coalesce(p.with_check, '') from pg_policies p`)
  return rows.filter(({ code }) => database.test(code)).map(({ name }) => name)
}

test("no source file asks the machine or the database for the time, but those that are named", async () => {
  const sources = await Array.fromAsync(
    glob(["{core,platform,modules,commands,demo,web,examples}/**/*.{ts,tsx}", "{main,composition,modules}.ts"]),
  )
  expect(sources.length).toBeGreaterThan(500)
  const faults = await Promise.all(
    sources
      .filter((file) => !/\.test\.tsx?$/.test(file))
      .map(async (file) => ({ file, fault: faultOf(await readFile(file, "utf8")) })),
  )
  const found = faults.filter(({ fault }) => fault !== undefined)
  expect(found.filter(({ file }) => !(file in exceptions))).toEqual([])
  expect(Object.keys(exceptions).filter((file) => !found.some((each) => each.file === file))).toEqual([])
})

test("no default, function, view, check or policy of the database asks it for the time", async () => {
  expect(await askedInDatabase(owner)).toEqual(["public.schema_migration.applied_at"])
})

test.each([
  "const since = Date.now() - 1",
  "const clock = Date.now",
  "const today = new Date().toISOString()",
  "const at = new Date( )",
  "const written = Date()",
  "const day = Temporal.Now.plainDateISO()",
  "sql`select from deal where protected_until < now()`",
  "sql`update deal set answered_at = CURRENT_TIMESTAMP`",
  "sql`select current_date - starts_on`",
  "sql`select clock_timestamp()`",
  "sql`select 'now'::timestamptz`",
  "sql`select date 'today'`",
])("is found in a source file: %s", (planted) => {
  expect(faultOf(planted)).toBeDefined()
})

test.each([
  "const now = clock.now()",
  "const at = new Date(moment)",
  "/** When now() is asked */",
  "const took = performance.now() - from",
  "const { now } = tx",
])("is no fault: %s", (harmless) => {
  expect(faultOf(harmless)).toBeUndefined()
})

test("is found in the database wherever it is planted", async () => {
  const client = await owner.connect()
  try {
    await client.query("begin")
    await client.query("alter table note alter column created_at set default now()")
    await client.query("alter table deal add constraint planted check (registered_at <= current_timestamp) not valid")
    await client.query("create function planted() returns date language plpgsql as 'begin return current_date; end'")
    await client.query("create view planted_view as select localtimestamp as at")
    expect((await askedInDatabase(client)).sort()).toEqual([
      "public.deal.planted",
      "public.note.created_at",
      "public.planted",
      "public.planted_view",
      "public.schema_migration.applied_at",
    ])
  } finally {
    await client.query("rollback")
    client.release()
  }
})
