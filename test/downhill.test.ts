import { expect, test } from "vitest"
import { modules } from "#modules-list"
import { platformTables } from "#platform/tables"
import { createTestDatabase } from "#test/database"
import { importsUphill, moduleSources, type Order, tablesOutOfOrder } from "#test/order"
import { runAsOwner } from "#test/owner-connection"
import { usesInSql } from "#test/table-uses"

const { ownerUrl } = await createTestDatabase()
const known = await runAsOwner<{ name: string }>(
  ownerUrl,
  "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace",
)
const functions = await runAsOwner<{ name: string; body: string }>(
  ownerUrl,
  `select proname as name, prosrc as body from pg_proc join pg_language l on l.oid = prolang
    where pronamespace = 'public'::regnamespace and lanname in ('sql', 'plpgsql')`,
)

const order: Order = {
  modules: modules.map(({ name }) => name),
  owners: new Map(modules.flatMap(({ name, tables }) => Object.keys(tables).map((table) => [table, name]))),
  functions: new Map(functions.map(({ name, body }) => [name, usesInSql(body)])),
  readModels: ["portfolio", "home", "audit"],
}
const sources = moduleSources()

test("every table of the database has one owner: a module, or the platform", () => {
  const owned = [...order.owners.keys(), ...platformTables]
  expect(owned.toSorted()).toEqual(known.map(({ name }) => name).toSorted())
})

test("modules import each other downhill only, in the order of the list", () => {
  expect(importsUphill(order, sources)).toEqual([])
})

test("nobody reads a higher module's table, or another's without importing it; only the owner writes", () => {
  expect(tablesOutOfOrder(order, sources)).toEqual([])
})

const ask = 'import { findDeal } from "#modules/deals"\n'
const small: Order = {
  modules: ["people", "deals", "funds", "portfolio"],
  owners: new Map([
    ["person", "people"],
    ["deal", "deals"],
    ["deal_line", "deals"],
    ["fund", "funds"],
  ]),
  functions: new Map([["deals_like", usesInSql("begin return query select id from deal; end")]]),
  readModels: ["portfolio"],
}

test.each([
  ["people", 'db.selectFrom("fund as f")', "reads fund of funds, which is higher"],
  ["people", "sql`select 1 from fund`", "reads fund of funds, which is higher"],
  ["people", 'importTable({ name: "fund", columns })', "writes fund of funds, which is higher"],
  ["portfolio", 'tableOf<{ state: State }>()("deal", ["id"])', "writes deal of deals, which alone writes it"],
  ["portfolio", 'db.updateTable("deal").set(change)', "writes deal of deals, which alone writes it"],
  ["funds", `${ask}sql\`insert into deal (id) values (1)\``, "writes deal of deals, which alone writes it"],
  ["funds", `${ask}sql\`delete from deal\``, "writes deal of deals, which alone writes it"],
  ["funds", "sql`select 1 from fund join deal on true`", "reads deal of deals and does not import it"],
  ["funds", "sql`select 1 from fund f, deal_line where true`", "reads deal_line of deals and does not import it"],
  ["funds", 'db.selectFrom("fund").leftJoin("dealLine as l", on)', "reads deal_line of deals and does not import it"],
  ["funds", 'const old = sql.table(isOld ? "deal" : "fund")', "reads deal of deals and does not import it"],
  ["funds", "sql`select deals_like(words)`", "reads deal of deals and does not import it"],
  ["funds", '{ table: "fund", from: "deal", by: "fund_id" }', "reads deal of deals and does not import it"],
  ["deals", '{ table: "fund", from: "deal", by: "fund_id" }', "names fund of funds, which is higher"],
])("%s is told when it says %s", (module, source, fault) => {
  const file = `modules/${module}/store.ts`
  expect(tablesOutOfOrder(small, { [file]: source })).toEqual([`${file} ${fault}`])
})

test.each([
  ["funds", `${ask}sql\`select 1 from fund join deal on true\``],
  ["funds", "sql`update fund set deal = 1`"],
  ["funds", "/** What comes from deal. */\n// from deal\nsql`select deal from fund`"],
  ["funds", '{ table: "deal", from: "fund", by: "deal_id" }'],
  ["portfolio", "sql`select 1 from fund join deal on true`"],
])("%s may say %s", (module, source) => {
  expect(tablesOutOfOrder(small, { [`modules/${module}/store.ts`]: source })).toEqual([])
})

test("an import of a higher module, or of one that is in no list, is noticed", () => {
  const uphill = { "modules/deals/rules.ts": 'import { fund } from "#rules/funds"', "modules/funds/a.ts": ask }
  expect(importsUphill(small, uphill)).toEqual(["modules/deals/rules.ts imports funds"])
  const unknown = { "modules/deals/jobs.ts": 'import { ghost } from "#modules/ghosts"' }
  expect(importsUphill(small, unknown)).toEqual(["modules/deals/jobs.ts imports ghosts"])
})
