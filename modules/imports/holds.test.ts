import { expect, test } from "vitest"
import { createTestDatabase } from "#test/database"
import { catalogue } from "#test/importable"
import { runAsOwner } from "#test/owner-connection"

const { ownerUrl } = await createTestDatabase()

type Reference = { table: string; from: string; by: string }

/** Every foreign key. One that cascades is worse than one that refuses: an undone import would take along what it never brought. */
const references = await runAsOwner<Reference>(
  ownerUrl,
  `select k.confrelid::regclass::text as table, k.conrelid::regclass::text as from, a.attname as by
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid
      and a.attnum = k.conkey[array_position(k.confkey, (select attnum from pg_attribute where attrelid = k.confrelid and attname = 'id'))]
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace order by 1, 2, 3`,
)

test("whatever refers to a thing that an import brings says whether it holds it or goes with it", () => {
  const deleted = new Set(catalogue.tables.filter(({ undo }) => undo === "delete").map(({ name }) => name))
  const needed = references.filter(({ table }) => deleted.has(table))
  expect(needed.length).toBeGreaterThan(5)
  const nameOf = ({ table, from, by }: Reference) => `${from}.${by} names ${table}`
  const said = new Set(catalogue.holds.map(nameOf))
  expect(needed.map(nameOf).filter((name) => !said.has(name))).toEqual([])
})

test("every table that imports write says which import a row came with", async () => {
  const columns = await runAsOwner<{ name: string }>(
    ownerUrl,
    "select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'",
  )
  const known = new Set(columns.map(({ name }) => name))
  const wanted = catalogue.tables.flatMap(({ name, columns, now, hasSource, undo }) =>
    ["workspace_id", "import_id", ...Object.keys(columns), ...now]
      .concat(hasSource ? ["source"] : [], undo === "retract" ? ["retracted_at"] : [])
      .map((column) => `${name}.${column}`),
  )
  expect(wanted.filter((name) => !known.has(name))).toEqual([])
})
