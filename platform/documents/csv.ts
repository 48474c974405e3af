import { csvCell } from "#core/harmless"
import type { Sheet, SheetRow } from "./paper.ts"
import { fileColumns, fileValues } from "./sheetColumns.ts"

/** Rows as a CSV file (RFC 4180) for machines: keys as heads, days and moments by ISO 8601, decimal points. The byte-order mark makes Excel read UTF-8. */
export async function* csvOf(sheet: Sheet, pages: AsyncIterable<readonly SheetRow[]>): AsyncGenerator<string> {
  const columns = fileColumns(sheet)
  yield `\uFEFF${line(columns.map(({ key }) => csvCell(key)))}`
  for await (const page of pages)
    yield page
      .map((row) => line(fileValues(sheet, row).map((value, index) => cellOf(value, columns[index]?.digits ?? 0))))
      .join("")
}

const line = (cells: readonly string[]): string => `${cells.join(",")}\r\n`

/** Amounts have their two digits; digits and signs alone need no quotation marks. */
const cellOf = (value: string | number | null, digits: number): string =>
  typeof value === "number" && digits === 2 ? value.toFixed(2) : csvCell(value)
