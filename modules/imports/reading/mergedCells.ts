import type { Merge } from "./scanSheet.ts"
import type { FilledCell, TableRow } from "./table.ts"

/**
 * Says of each row which of its empty cells belong to a cell that was made one with those above, and what that one holds. Rows come
 * in order; held are the merged cells that reach into the row.
 */
export const mergeFollower = (merges: readonly Merge[]): ((row: TableRow) => TableRow) => {
  if (merges.length === 0) return (row) => row
  const waiting = merges.toSorted((left, right) => left.from - right.from)
  let next = 0
  let open: { column: number; from: number; to: number; text: string }[] = []
  return (row) => {
    for (let merge = waiting[next]; merge && merge.from <= row.line; merge = waiting[++next]) {
      const isItsFirst = merge.from === row.line
      open.push({ ...merge, text: isItsFirst ? (row.cells[merge.column] ?? "") : "" })
    }
    if (open.length === 0) return row
    open = open.filter(({ to }) => to >= row.line)
    const merged: FilledCell[] = open
      .filter(
        ({ column, from, text }) => from < row.line && text.trim() !== "" && (row.cells[column] ?? "").trim() === "",
      )
      .map(({ column, text }) => ({ column, text }))
    return merged.length === 0 ? row : { ...row, merged }
  }
}
