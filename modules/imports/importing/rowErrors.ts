import type { RowError } from "#platform/importable"
import type { TableRow } from "../reading.ts"
import { type CellError, type Mapping, storable } from "../rules.ts"
import type { StoredError } from "../store.ts"

/** Rows whose errors are kept, and characters of them: enough to correct a file by, however wide its rows are. */
const mostRows = 10_000
const mostCharacters = 50_000_000
const longestCell = 1_000
const longestValue = 500

export type RowErrors = ReturnType<typeof collectErrors>

/** Keeps what is wrong with the first ten thousand wrong rows; counts all. */
export const collectErrors = (headers: readonly string[], mapping: Mapping) => {
  const kept: StoredError[] = []
  let rows = 0
  let keptRows = 0
  let characters = 0
  const add = ({ line, cells }: TableRow, errors: readonly Omit<StoredError, "line" | "position" | "cells">[]) => {
    rows++
    if (keptRows >= mostRows || characters > mostCharacters) return
    keptRows++
    for (const [position, error] of errors.entries()) {
      const shown = position === 0 ? cells.map((cell) => storable(cell, longestCell)) : []
      // In the database each is quoted and has a comma behind it.
      for (const cell of shown) characters += cell.length + 3
      kept.push({ line, position, ...error, cells: shown })
    }
  }
  const headerOf = (column: number | undefined) => (column === undefined ? null : (headers[column] ?? null))
  return {
    kept: kept as readonly StoredError[],
    count: () => ({ rows, keptRows }),
    problem: (row: TableRow, { reason, params }: NonNullable<TableRow["problem"]>) =>
      add(row, [{ field: null, header: null, value: null, reason, params }]),
    cellErrors: (row: TableRow, errors: readonly CellError[]) =>
      add(
        row,
        errors.map(({ field, column, value, reason, params }) => ({
          field,
          header: headerOf(column),
          value: storable(value, longestValue),
          reason,
          params,
        })),
      ),
    rowError: (row: TableRow, { field, reason, params = {} }: RowError) => {
      const column = mapping.indexOf(field)
      const value = column < 0 ? null : storable(row.cells[column] ?? "", longestValue)
      add(row, [{ field, header: column < 0 ? null : headerOf(column), value, reason, params }])
    },
  }
}
