import { type Stringifier, stringify } from "csv-stringify"
import { explain, type RowError } from "#rules/imports"
import type { RowProblem, TableRow } from "./table.ts"

/** A row that was not taken, and why: a problem of the row itself or of its cells. */
export type RefusedRow = Readonly<{
  row: TableRow
  errors: readonly (Pick<RowError, "reason" | "params"> & { column?: number | undefined })[]
}>

/** Says a reason in the reader's language; English when left out. */
export type Explain = (
  reason: RowProblem["reason"] | RowError["reason"],
  params: Readonly<Record<string, unknown>>,
) => string

/**
 * A stream of refused rows as CSV: the original cells first, so that the file can be corrected and imported again, then
 * the line and the reasons in words. A byte order mark makes spreadsheets read it as UTF-8.
 */
export const errorFile = (
  headers: readonly string[],
  say: Explain = explain,
): { stream: Stringifier; write: (refused: RefusedRow) => boolean } => {
  const stream = stringify({ bom: true, record_delimiter: "windows" })
  stream.write([...headers.map(harmless), "Line", "What to correct"])
  const write = ({ row, errors }: RefusedRow) => {
    const cells = headers.map((_, column) => harmless(row.cells[column] ?? ""))
    const beyond = row.cells.slice(headers.length).map(harmless)
    const sentences = errors.map(({ column, reason, params }) => {
      const header = column === undefined ? undefined : headers[column]
      return header ? `${header}: ${say(reason, params)}` : say(reason, params)
    })
    return stream.write([...cells, String(row.line), harmless(sentences.join(" ")), ...beyond])
  }
  return { stream, write }
}

/** A cell that a spreadsheet would run as a formula gets an apostrophe in front, which shows it as text. */
export const harmless = (cell: string): string =>
  (/^[\s\u200b-\u200f\ufeff]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(cell)
    ? `'${cell}`
    : cell
  ).toWellFormed()
