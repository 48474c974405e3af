import { type Stringifier, stringify } from "csv-stringify"
import { harmless } from "#core/harmless"
import { explain, reasons } from "#rules/imports"
import type { TableRow } from "./table.ts"

/** A row that was not taken, and why: a problem of the row itself or of its cells. */
export type RefusedRow = Readonly<{
  row: TableRow
  errors: readonly Readonly<{
    reason: string
    params: Readonly<Record<string, unknown>>
    column?: number | undefined
  }>[]
}>

/**
 * A stream of refused rows as CSV: the original cells first, so that the file can be corrected and imported again, then
 * the line and the reasons in words. A byte order mark makes spreadsheets read it as UTF-8.
 */
export const errorFile = (
  headers: readonly string[],
  sentences: Readonly<Record<string, string>> = reasons,
): { stream: Stringifier; write: (refused: RefusedRow) => boolean } => {
  const stream = stringify({ bom: true, record_delimiter: "windows", cast: { string: harmless } })
  stream.write([...headers, "Line", "What to correct"])
  const write = ({ row, errors }: RefusedRow) => {
    const cells = headers.map((_, column) => row.cells[column] ?? "")
    const beyond = row.cells.slice(headers.length)
    const toCorrect = errors.map(({ column, reason, params }) => {
      const header = column === undefined ? undefined : headers[column]
      const sentence = explain(sentences, reason, params)
      return header ? `${header}: ${sentence}` : sentence
    })
    return stream.write([...cells, String(row.line), toCorrect.join(" "), ...beyond])
  }
  return { stream, write }
}
