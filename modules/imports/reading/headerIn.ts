import { findHeaderRow, type KnownHeaders } from "#rules/imports"
import { limits, type TableRow } from "./table.ts"

/** The row with the column names among the first ones. A name merged over two rows is one of both. */
export const headerIn = (first: readonly TableRow[], known: KnownHeaders): TableRow | undefined => {
  const looked = first.slice(0, limits.headRows).map(withMerged)
  const at = findHeaderRow(
    looked.map(({ cells }) => cells),
    known,
  )
  // A row that is too long to be told what it is may be the one with the names.
  if (at === undefined || first.slice(0, at).some(({ problem }) => problem?.reason === "row-too-long")) return undefined
  return looked[at]
}

const withMerged = (row: TableRow): TableRow => {
  if (!row.merged) return row
  const cells = [...row.cells]
  for (const { column, text } of row.merged) cells[column] = text
  return { ...row, cells: Array.from(cells, (cell) => cell ?? "") }
}
