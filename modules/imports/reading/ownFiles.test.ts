import { Readable } from "node:stream"
import { buffer, text } from "node:stream/consumers"
import { expect, test } from "vitest"
import { asWritten } from "#core/harmless"
import { csvOf } from "#platform/documents/csv"
import type { Sheet, SheetRow } from "#platform/documents/paper"
import { workbook } from "#platform/documents/xlsx/workbook"
import { readAll } from "./filesForTests.ts"

/* Files that we write are read back by our own import: what a cell held is what comes back. */
const sheet: Sheet = {
  name: "Rows / all: [1]",
  timeZone: "America/Los_Angeles",
  columns: [
    { key: "name", title: "Name", kind: "text" },
    { key: "id", title: "Id", kind: "text" },
    { key: "value", title: "Value", kind: "money" },
    { key: "count", title: "Count", kind: "number", digits: 3 },
    { key: "on", title: "On", kind: "date" },
    { key: "at", title: "At", kind: "instant" },
  ],
  about: [["Filter", "none"]],
  words: { rows: "Rows", currency: "currency" },
}
const eur = (amountMinor: number) => ({ amountMinor, currency: "EUR" })
const link = '=HYPERLINK("https://evil.example")'
const rows: readonly SheetRow[] = [
  [link, "01234567890123456789", eur(-500_000), 0.001, "2026-03-02", "2026-01-01T07:30:00.000Z"],
  ['Größe, "Söhne"\n東京 _x0041_', "+49 30 123", { amountMinor: 1000, currency: "JPY" }, 0, "1899-12-31", null],
  ["@SUM(A1)", "'quoted", null, null, null, null],
]
async function* pages(): AsyncGenerator<readonly SheetRow[]> {
  yield rows.slice(0, 2)
  yield rows.slice(2)
}

test("a workbook: ids whole, money a number, days without a time, moments in the named zone, text never a formula, nothing for nothing", async () => {
  const table = await readAll(await buffer(Readable.fromWeb(workbook(sheet, pages()) as never)))
  expect(table.sheets.map(({ name }) => name)).toEqual(["Rows   all   1"])
  expect(table.headers).toEqual(["Name", "Id", "Value", "Value: currency", "Count", "On", "At (America/Los_Angeles)"])
  expect(table.all.map(({ cells }) => cells)).toEqual([
    [link, "01234567890123456789", "-5000", "EUR", "0.0010", "2026-03-02", "2025-12-31T23:30:00"],
    ['Größe, "Söhne"\n東京 _x0041_', "+49 30 123", "1000", "JPY", "0", "1899-12-31", ""],
    ["@SUM(A1)", "'quoted", "", "", "", "", ""],
    ["Rows: 3", "", "", "", "", "", ""],
    ["Filter: none", "", "", "", "", "", ""],
  ])
})

test("an amount has the decimals of its currency, and a share those it is shown with", async () => {
  const columns = [
    { key: "value", title: "Value", kind: "money" },
    { key: "sure", title: "Sure", kind: "share", digits: 1 },
  ] as const
  const amounts = [
    ["KWD", 1_234],
    ["JPY", 1_234],
    ["EUR", 1_230],
  ] as const
  async function* lines(): AsyncGenerator<readonly SheetRow[]> {
    yield amounts.map(([currency, amountMinor]) => [{ amountMinor, currency }, 0.032657892])
  }
  const written = await text(Readable.from(csvOf({ ...sheet, columns }, lines())))
  expect(written.split("\r\n").slice(1, 4)).toEqual(["1.234,KWD,0.033", "1234,JPY,0.033", "12.30,EUR,0.033"])
})

test("a CSV file: amounts bare, what a spreadsheet would run disarmed, and given back by the import", async () => {
  const written = await text(Readable.from(csvOf(sheet, pages())))
  expect(written.startsWith("\uFEFFname,id,value,value_currency,count,on,at\r\n")).toBe(true)
  expect(written).toContain(",-5000.00,EUR,0.001,2026-03-02,2026-01-01T07:30:00.000Z")
  expect(written).toContain(`"'${link.replaceAll('"', '""')}"`)
  expect(written).toContain("'+49 30 123")
  const { all } = await readAll(written)
  expect(all.map(({ cells }) => cells.map(asWritten))).toEqual([
    [link, "01234567890123456789", "-5000.00", "EUR", "0.001", "2026-03-02", "2026-01-01T07:30:00.000Z"],
    ['Größe, "Söhne"\n東京 _x0041_', "+49 30 123", "1000", "JPY", "0", "1899-12-31", ""],
    ["@SUM(A1)", "'quoted", "", "", "", "", ""],
  ])
})
