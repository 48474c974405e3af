import { expect, test } from "vitest"
import { checkFile, importFile } from "#test/imports"
import { startTestKeelson } from "#test/keelson"
import { workbookOf } from "./reading/filesForTests.ts"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

/** A workbook of deals, each with its amount in a number format. */
const workbook = (deals: readonly (readonly [name: string, amount: number, code: string])[]) => {
  const codes = deals.map(
    ([, , code], at) => `<numFmt numFmtId="${170 + at}" formatCode="${code.replaceAll('"', "&quot;")}"/>`,
  )
  const styles = `<styleSheet><numFmts>${codes.join("")}</numFmts><cellXfs><xf numFmtId="0"/>${deals.map((_, at) => `<xf numFmtId="${170 + at}"/>`).join("")}</cellXfs></styleSheet>`
  const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
  const rows = deals.map(
    ([name, amount], at) => `<row>${text("Lumen Partners")}${text(name)}<c s="${at + 1}"><v>${amount}</v></c></row>`,
  )
  const sheet = `<row>${["Partner", "Deal", "Amount"].map(text).join("")}</row>${rows.join("")}`
  return { name: "deals.xlsx", content: new Uint8Array(workbookOf({ Deals: sheet }, { styles })) }
}

test("the currency of a number format is the amount's: another than the chosen one is asked about or told; thousands are told", async () => {
  const workspace = await keelson.workspace("Number formats")
  const caller = await workspace.as("admin")
  await importFile(caller, "Name,Type\nLumen Partners,reseller\n")
  const file = workbook([
    ["Dollars", 5000, '"$"#,##0.00'],
    ["Euros", 4000, "#,##0.00 [$€-407]"],
    ["Francs", 3000, "[$CHF-807] #,##0"],
    ["Plain", 2000, "#,##0.00"],
    ["Thousands", 12, '#,##0 "kEUR"'],
  ])
  const checked = await checkFile(caller, file, { kind: "deals", currency: "EUR" })
  const told = checked.summary.remarks
    ?.filter(({ field }) => field === "amount")
    .map(({ key, isOpen }) => [key, isOpen])
  expect(told).toEqual([
    ["currency-sign:amount:$", true],
    ["currency-written:amount:CHF", false],
    ["number-scaled:amount:k", false],
  ])
  expect(await importFile(caller, file, { kind: "deals", currency: "EUR" })).toMatchObject({ state: "checked" })
  const answers = { "currency-sign:amount:$": "USD" }
  expect(await importFile(caller, file, { kind: "deals", currency: "EUR", answers })).toMatchObject({ rowsFailed: 0 })
  const rows = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
    db
      .selectFrom("deal")
      .select(["name", "amountMinor", "currency"])
      .where("workspaceId", "=", actor.workspaceId)
      .orderBy("name")
      .execute(),
  )
  expect(rows.map(({ name, amountMinor, currency }) => `${name} ${currency} ${amountMinor}`)).toEqual([
    ...["Dollars USD 500000", "Euros EUR 400000", "Francs CHF 300000", "Plain EUR 200000", "Thousands EUR 1200000"],
  ])
})

test("a percent cell above 1 is no share of one in a hundred; time that has passed is hours", async () => {
  const workspace = await keelson.workspace("Percent cells")
  const caller = await workspace.as("admin")
  await importFile(caller, "Name,Type\nLumen Partners,reseller\n")
  const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="170"/></cellXfs></styleSheet>`
  const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
  const row = (signal: string, week: string, style: number, value: number) =>
    `<row>${["Lumen Partners", signal, week].map(text).join("")}<c s="${style}"><v>${value}</v></c></row>`
  const rows = [
    ...[row("fund_use", "2026-01-05", 1, 0.85), row("fund_use", "2026-01-12", 1, 1.2)],
    row("host_answer_hours", "2026-01-05", 2, 1.5),
  ]
  const sheet = `<row>${["Partner", "Signal", "Week", "Value"].map(text).join("")}</row>${rows.join("")}`
  const content = new Uint8Array(workbookOf({ Data: sheet }, { styles }))
  const run = await importFile(caller, { name: "signals.xlsx", content }, { kind: "measurements" })
  expect(run).toMatchObject({ state: "imported", rowsTotal: 3, rowsFailed: 1 })
  const found = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
    db
      .selectFrom("measurement")
      .select(["signal", "value"])
      .where("workspaceId", "=", actor.workspaceId)
      .orderBy("signal")
      .execute(),
  )
  expect(found.map(({ signal, value }) => [signal, Number(value)])).toEqual([
    ["fund_use", 0.85],
    ["host_answer_hours", 36],
  ])
})
