import { expect, test } from "vitest"
import { checkFile, fieldFile, importFile } from "#test/imports"
import { startTestKeelson } from "#test/keelson"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

const workspaceWith = async (name: string) => {
  const workspace = await keelson.workspace(name)
  const caller = await workspace.as("admin")
  await importFile(caller, "name,type\nLumen Partners,reseller\n")
  const recorded = (table: "measurement" | "deal" | "activity" | "partnership", columns: readonly string[]) =>
    keelson.platform.transact(workspace.system, async ({ db, actor }) => {
      const rows = await db.selectFrom(table).selectAll().where("workspaceId", "=", actor.workspaceId).execute()
      const shown = rows.map((row) => columns.map((column) => (row as Record<string, unknown>)[column]).join(" "))
      return shown.toSorted()
    })
  return { caller, recorded }
}

test("digits of any script are digits, and marks of direction around them are none", async () => {
  const { caller, recorded } = await workspaceWith("Digits")
  const file = fieldFile("32-digits-of-other-scripts/measurements.csv")
  expect(await importFile(caller, file)).toMatchObject({ state: "imported", rowsTotal: 4, rowsFailed: 0 })
  expect(await recorded("measurement", ["periodStart", "value"])).toEqual([
    ...["2026-03-02 12", "2026-03-09 3", "2026-03-16 5", "2026-03-23 27"],
  ])
})

test("two numbers in one cell are not made one", async () => {
  const { caller, recorded } = await workspaceWith("Two numbers")
  const file = fieldFile("33-two-numbers-in-one-cell/measurements.csv")
  expect(await importFile(caller, file)).toMatchObject({ state: "imported", rowsTotal: 4, rowsFailed: 2 })
  expect(await recorded("measurement", ["value"])).toEqual(["1012", "1013"])
})

test("words for nothing and errors of spreadsheets are known in other languages", async () => {
  const { caller, recorded } = await workspaceWith("Nothing")
  const file = fieldFile("34-nothing-and-errors-in-other-languages/partners.csv")
  const done = await importFile(caller, file)
  expect(done).toMatchObject({ state: "imported", rowsTotal: 9, rowsFailed: 2 })
  expect(done.summary.remarks?.map(({ key, count }) => [key, count])).toEqual([
    ["read-as-empty:tier", 6],
    ["read-as-empty:country", 1],
  ])
  expect(await recorded("partnership", ["name", "tier"])).toEqual([
    ...["Ash ", "Elm ", "Fir ", "Foo ", "Gum ", "Lumen Partners ", "Oak Gold", "Qux "],
  ])
})

test("days are read as other languages and programs write them", async () => {
  const { caller, recorded } = await workspaceWith("Days")
  const file = fieldFile("35-days-in-other-languages/activities.csv")
  const done = await importFile(caller, file, { kind: "activities", dateOrder: "dmy" })
  expect(done).toMatchObject({ state: "imported", rowsTotal: 12, rowsFailed: 0 })
  const noon = "2026-03-05T12:00:00.000Z"
  // The last is a moment; the calendar of the workspace is Berlin's.
  expect(await recorded("activity", ["occurredAt"])).toEqual(Array.from({ length: 12 }, () => noon))
})

test("a sign and its code are one currency, and what contradicts itself is none", async () => {
  const { caller, recorded } = await workspaceWith("Signs")
  const file = fieldFile("36-sign-and-code-of-a-currency/deals.csv")
  const checked = await checkFile(caller, file, { kind: "deals" })
  expect(checked.summary.remarks?.filter(({ isOpen }) => isOpen).map(({ key }) => key)).toEqual([
    "currency-sign:amount:rs",
  ])
  const done = await importFile(caller, file, { kind: "deals", answers: { "currency-sign:amount:rs": "INR" } })
  expect(done).toMatchObject({ state: "imported", rowsFailed: 1 })
  expect(await recorded("deal", ["name", "currency", "amountMinor"])).toEqual([
    ...["A USD 123450", "B USD 123450", "C MXN 123450", "D CAD 123450", "E INR 123456700"],
    ...["F INR 5000000000", "G MYR 123450", "H ZAR 123450"],
  ])
})

test.each([
  ["pl", "PLN"],
  ["nl", "EUR"],
  ["it", "EUR"],
  ["pt", "BRL"],
  ["fr", "EUR"],
  ["es", "EUR"],
])("an export of deals in %s is known by its columns and its stages", async (language, currency) => {
  const { caller, recorded } = await workspaceWith(`Deals in ${language}`)
  const file = fieldFile(`38-deals-in-six-languages/${language}.csv`)
  const done = await importFile(caller, file, { dateOrder: "dmy" })
  expect(done).toMatchObject({
    kind: "deals",
    state: "imported",
    rowsTotal: 2,
    rowsFailed: 0,
    summary: { remarks: [] },
  })
  expect(await recorded("deal", ["name", "state", "currency", "amountMinor", "closeOn"])).toEqual([
    ...[`Alfa won ${currency} 123450 2026-05-31`, `Beta lost ${currency} 200000 2026-06-15`],
  ])
  const registered = (await recorded("deal", ["registeredAt"])).map((at) => at.slice(0, 10))
  expect(registered).toEqual(["2026-03-05", "2026-03-12"])
})
