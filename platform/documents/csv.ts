import { csvCell } from "#core/harmless"
import type { Sheet, SheetRow } from "./paper.ts"
import { fileColumns, fileDigits, fileValues } from "./sheetColumns.ts"

/** Rows as a CSV file (RFC 4180) for machines: keys as heads, days and moments by ISO 8601, decimal points. The byte-order mark makes Excel read UTF-8. */
export async function* csvOf(sheet: Sheet, pages: AsyncIterable<readonly SheetRow[]>): AsyncGenerator<string> {
  const columns = fileColumns(sheet)
  yield `\uFEFF${line(columns.map(({ key }) => csvCell(key)))}`
  const money = columns.map(({ key }, index) => columns[index + 1]?.key === `${key}_currency`)
  for await (const page of pages)
    yield page
      .map((row) => {
        const digits = fileDigits(sheet, row)
        return line(
          fileValues(sheet, row).map((value, at) =>
            typeof value === "number" && money[at] ? value.toFixed(digits[at]) : csvCell(value),
          ),
        )
      })
      .join("")
}

const line = (cells: readonly string[]): string => `${cells.join(",")}\r\n`
