import { writeXlsxStream } from "hucre"
import { Temporal } from "temporal-polyfill"
import { dayNumber } from "#core/time"
import type { Sheet, SheetRow } from "#platform/documents/paper"
import { type FileColumn, fileColumns, fileValues } from "#platform/documents/sheetColumns"

/**
 * A workbook of one sheet, written as its rows come: what it takes of memory does not grow with them. Below the rows, an
 * empty one apart, stands what they are: their number, the filter, the day.
 */
export const workbook = (sheet: Sheet, pages: AsyncIterable<readonly SheetRow[]>): ReadableStream<Uint8Array> => {
  const columns = fileColumns(sheet)
  return writeXlsxStream(rowsOf(sheet, columns, pages), {
    name: sheetName(sheet.name),
    columns: columns.map((column) => ({ header: asText(column.title), width: widthOf(column), ...formatOf(column) })),
    freezePane: { rows: 1 },
  })
}

async function* rowsOf(
  sheet: Sheet,
  columns: readonly FileColumn[],
  pages: AsyncIterable<readonly SheetRow[]>,
): AsyncGenerator<(string | number | null)[]> {
  let count = 0
  for await (const page of pages) {
    for (const row of page) {
      count++
      yield fileValues(sheet, row).map((value, index) => stored(value, columns[index], sheet.timeZone))
    }
  }
  yield [null]
  for (const [label, value] of [[sheet.words.rows, String(count)] as const, ...sheet.about])
    yield [asText(`${label}: ${value}`)]
}

const stored = (
  value: string | number | null,
  column: FileColumn | undefined,
  timeZone: string,
): string | number | null => {
  if (value === null || value === "") return null
  if (column?.kind === "date") return serialOf(String(value)) ?? String(value)
  if (column?.kind === "instant") return momentSerial(String(value), timeZone)
  return typeof value === "number" ? value : asText(value)
}

/** Days as spreadsheets count them. Before March 1900 they count a day that never was; such a day stays text. */
const serialOf = (on: string): number | undefined => (on >= "1900-03-01" ? dayNumber(on) + 25_569 : undefined)

/** What a clock on the wall of the zone shows, as spreadsheets know no zones: the head of the column names it. */
const momentSerial = (at: string, timeZone: string): string | number => {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone)
  const day = serialOf(local.toPlainDate().toString())
  const seconds = (local.hour * 60 + local.minute) * 60 + local.second
  return day === undefined ? at : day + Math.round((seconds / 86_400) * 1e8) / 1e8
}

const mostCharacters = 32_767

/** A cell holds so many characters; what is left out is said. A text that looks like an escaped sign must not become one. */
const asText = (text: string): string => {
  const whole = text.toWellFormed().replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
  return whole.length <= mostCharacters ? whole : `${whole.slice(0, mostCharacters - 1).toWellFormed()}…`
}

const formatOf = ({ kind, digits }: FileColumn): { numFmt?: string } => {
  const decimals = digits > 0 ? `.${"0".repeat(digits)}` : ""
  if (kind === "number") return { numFmt: `#,##0${decimals}` }
  if (kind === "share") return { numFmt: `0${decimals}%` }
  if (kind === "date") return { numFmt: "yyyy-mm-dd" }
  return kind === "instant" ? { numFmt: "yyyy-mm-dd hh:mm" } : {}
}

const widthOf = ({ kind, title }: FileColumn): number =>
  kind === "text" ? 24 : Math.max(14, Math.min(30, title.length + 2))

/** Excel takes 31 characters, and none of these. */
const sheetName = (name: string): string =>
  name
    .toWellFormed()
    .replaceAll(/[[\]:*?/\\']/g, " ")
    .slice(0, 31)
    .trim() || "1"
