import { type Aside, asideOf } from "#rules/imports"
import { widthOf } from "./boundedRow.ts"
import type { Table, TableRow } from "./table.ts"

type Header = Readonly<{ line: number; headers: readonly string[]; format: Table["format"] }>

/** In how many columns from the left the names of groups are looked for. */
const leftmost = 3

const keepGroups = (groups: string[], cells: readonly string[]): void => {
  for (let column = 0; column < leftmost; column++) groups[column] = cells[column] || (groups[column] ?? "")
}

/**
 * The rows below the header, each as wide as the header. Programs leave out empty cells at the end of a row: a short one is filled up, and
 * in a text, where it may be half a row, says so. A row that looks like no row of the table says so too.
 */
export async function* bodyRows(
  records: AsyncIterable<TableRow>,
  { line, headers, format }: Header,
): AsyncGenerator<TableRow> {
  const width = headers.length
  const groups: string[] = []
  let isBelowAside = false
  let expected = line + 1
  for await (const record of records) {
    if (record.line <= line) continue
    const aside: Aside | undefined = record.problem
      ? undefined
      : asideOf(record.cells, { headers, groups, isBelowAside, isBehindGap: record.line > expected })
    isBelowAside = aside !== undefined
    if (!isBelowAside) keepGroups(groups, record.cells)
    expected = record.line + 1 + (format === "csv" ? breaksInside(record.cells) : 0)
    const row = fitted(record, width, format)
    yield aside === undefined ? row : { ...row, aside }
  }
}

const fitted = (row: TableRow, width: number, format: Table["format"]): TableRow => {
  const found = row.cells.length
  if (found === width || row.problem) return row
  if (found > width) return trimmed(row, width)
  const cells = [...row.cells, ...Array<string>(width - found).fill("")]
  return format === "xlsx" ? { ...row, cells } : { ...row, cells, filledUp: width - found }
}

/** Empty cells to the right of the table are no cells of it. */
const trimmed = (row: TableRow, width: number): TableRow => {
  const found = widthOf(row.cells)
  if (found <= width) return { ...row, cells: row.cells.slice(0, width) }
  return { ...row, problem: { reason: "too-many-cells", params: { found, expected: width } } }
}

/** Lines inside quoted cells. Ours, because csv-parse counts a line end of two characters twice there. */
export const breaksInside = (cells: readonly string[]): number => {
  let breaks = 0
  for (const cell of cells)
    if (cell.includes("\n") || cell.includes("\r")) breaks += cell.match(/\r\n|\n|\r/g)?.length ?? 0
  return breaks
}
