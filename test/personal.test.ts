import pg from "pg"
import { afterAll, expect, test } from "vitest"
import { modules } from "#modules-list"
import { ledgerPersonal, type Says } from "#platform/personal"
import { createTestDatabase } from "#test/database"

const { ownerUrl } = await createTestDatabase()
const client = new pg.Client({ connectionString: ownerUrl })
await client.connect()
afterAll(() => client.end())

type Column = Readonly<{ column: string; says: string | null }>

const ours = `from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname not in ('workspace', 'schema_migration')`

/**
 * What can hold something of a person: any text or document that is not held to a list or a pattern, and whatever points to one, by a
 * foreign key or by its name.
 */
const candidates = async (): Promise<readonly string[]> => {
  const { rows } = await client.query<Column>(`select c.relname || '.' || a.attname as column ${ours} and (
    (a.atttypid in ('text'::regtype, 'text[]'::regtype, 'json'::regtype, 'jsonb'::regtype, 'varchar'::regtype)
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
        and (pg_get_constraintdef(k.oid) like '%= ANY (ARRAY%' or pg_get_constraintdef(k.oid) like '% ~ ''%')))
    or exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey)
      and a.attname <> 'workspace_id' and k.confrelid in ('member'::regclass, 'partner_user'::regclass, 'contact'::regclass))
    or a.attname ~ '(_by|user_id|owner_id|contact_id|member_id|person_id|deputy_id|author_id|actor_id)s?$')`)
  return rows.map(({ column }) => column)
}

const declared: Readonly<Record<string, Says>> = Object.fromEntries(
  [ledgerPersonal, ...modules.flatMap(({ personal }) => personal)].flatMap(({ tables }) =>
    Object.entries(tables).flatMap(([table, columns]) =>
      Object.entries(columns).map(([column, says]) => [`${table}.${column}`, says]),
    ),
  ),
)

test("every column that could hold something of a person, or points to one, says what it does", async () => {
  const found = await candidates()
  expect(found.length).toBeGreaterThan(150)
  expect(found.filter((column) => !Object.hasOwn(declared, column))).toEqual([])
})

test("a column that nobody spoke of is found by its kind, its name and its key", async () => {
  await client.query("begin")
  await client.query(`create table guest (workspace_id uuid not null, id uuid not null, nickname text, seen_by uuid, contact uuid,
    state text check (state in ('here', 'gone')), count integer, details jsonb, primary key (workspace_id, id),
    foreign key (workspace_id, contact) references contact)`)
  const found = (await candidates()).filter((column) => column.startsWith("guest."))
  await client.query("rollback")
  expect(found.toSorted()).toEqual(["guest.contact", "guest.details", "guest.nickname", "guest.seen_by"])
})

const pointers: readonly string[] = ["account", "member", "partner user", "contact", "somebody"]

const isLonePointer = (column: string): boolean => {
  const [table = "", name] = column.split(".")
  const isAsked = Object.entries(declared).some(
    ([other, says]) => other.startsWith(`${table}.`) && says.endsWith(` of ${name}`),
  )
  return pointers.includes(declared[column] ?? "") && !isAsked
}

test("the database says of each column what its module says, where an erasure reads it", async () => {
  const { rows } = await client.query<Column>(
    `select c.relname || '.' || a.attname as column, col_description(c.oid, a.attnum) as says ${ours}`,
  )
  const said = rows.map(({ column, says }) => [column, says?.replace("personal: ", "") ?? "nobody"] as const)
  const expected = rows.map(({ column }) => [column, declared[column] ?? "nobody"] as const)
  // What only points to somebody stays as it is: an erasure asks for it only where it says whose name a column holds.
  const stays = new Set(
    said.filter(([column, says]) => says === "nobody" && isLonePointer(column)).map(([column]) => column),
  )
  const without = (all: typeof said) => Object.fromEntries(all.filter(([column]) => !stays.has(column)))
  expect(without(said)).toEqual(without(expected))
  const known = new Set(rows.map(({ column }) => column))
  expect(Object.keys(declared).filter((column) => !known.has(column))).toEqual([])
})

test("each module speaks of its own tables", () => {
  const others = modules.flatMap(({ name, tables, personal }) =>
    personal.flatMap((each) =>
      [each.module, ...Object.keys(each.tables)].filter((said) => said !== name && !(said in tables)),
    ),
  )
  expect(others).toEqual([])
})

test("whose name a column holds is said by a column that points to somebody", () => {
  const wrong = Object.entries(declared).filter(([column, says]) => {
    const of = /^(?:name|detail) of (.*)$/.exec(says)?.[1]
    if (of === undefined) return false
    const pointer = declared[`${column.split(".")[0]}.${of}`] ?? ""
    return ![...pointers, "address"].includes(pointer)
  })
  expect(wrong).toEqual([])
})
