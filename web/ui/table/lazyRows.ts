import {
  constructRow,
  type Row,
  type RowData,
  type RowModel,
  type Table,
  type TableFeatures,
} from "@tanstack/react-table"

/**
 * The table's rows, each made when it is first looked at and kept while its place holds the same record: a hundred
 * thousand rows cost what the thirty in view cost, and a page added at the end leaves the drawn ones alone.
 */
export const lazyRows = <F extends TableFeatures, R extends RowData>(table: Table<F, R>): (() => RowModel<F, R>) => {
  const made: Row<F, R>[] = []
  const rowAt = (index: number): Row<F, R> => {
    const original = table.options.data[index] as R
    const kept = made[index]
    if (kept && kept.original === original) return kept
    const row = constructRow(table, table.getRowId(original, index), original, index, 0)
    made[index] = row
    return row
  }
  const rows = new Proxy(made, {
    has: (_, key) => key in table.options.data,
    get: (_, key, list) => {
      if (key === "length") return table.options.data.length
      return typeof key === "string" && /^\d+$/.test(key) ? rowAt(Number(key)) : Reflect.get(made, key, list)
    },
  })
  return () => ({ rows, flatRows: rows, rowsById: {} })
}
