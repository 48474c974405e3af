import {
  type ColumnDef,
  type ColumnVisibilityState,
  columnVisibilityFeature,
  functionalUpdate,
  type RowData,
  rowSortingFeature,
  type SortingState,
  type Column as TableColumn,
  tableFeatures,
  type Updater,
  useTable,
} from "@tanstack/react-table"
import { type ReactNode, useMemo, useState } from "react"
import type { Column, Sort } from "./Column.ts"
import type { DataTableProps } from "./DataTableProps.ts"
import { lazyRows } from "./lazyRows.ts"

/** What the drawing needs of a column beside its title; `draw` takes the row of the table it stands in. */
export type Layout = Pick<Column<never>, "width" | "grow" | "align" | "isWideOnly"> & {
  draw: (row: never) => ReactNode
}

const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  coreRowModel: lazyRows,
  columnMeta: {} as Layout,
})
export type Features = typeof features

export type TableModel<R extends RowData> = ReturnType<typeof useTableModel<R>>

/** The table's columns, which of them are shown, and the server's order. Rows arrive sorted and filtered. */
export const useTableModel = <R extends RowData>(props: DataTableProps<R>) => {
  const [ownShown, setOwnShown] = useState<readonly string[]>()
  const shown = props.shown ?? ownShown
  const columns = useMemo(() => props.columns.map(toColumnDef), [props.columns])
  const columnVisibility = useMemo(() => visibilityOf(props.columns, shown), [props.columns, shown])
  const sorting = useMemo(() => sortingOf(props.columns, props.sort), [props.columns, props.sort])

  return useTable<Features, R>({
    features,
    columns,
    data: props.rows,
    getRowId: props.rowKey,
    state: { columnVisibility, sorting },
    onColumnVisibilityChange: (change: Updater<ColumnVisibilityState>) => {
      const next = functionalUpdate(change, columnVisibility)
      const keys = props.columns.map(({ key }) => key).filter((key) => next[key])
      ;(props.onShown ?? setOwnShown)(keys)
    },
    manualSorting: true,
    enableSorting: props.onSort !== undefined,
    enableSortingRemoval: false,
    enableMultiSort: false,
    onSortingChange: (change: Updater<SortingState>) => {
      const [first] = functionalUpdate(change, sorting)
      const field = props.columns.find(({ key }) => key === first?.id)?.sort
      if (first && field) props.onSort?.(first.desc ? `-${field}` : field)
    },
  })
}

const toColumnDef = <R extends RowData>(column: Column<R>, index: number): ColumnDef<Features, R> => ({
  id: column.key,
  header: column.title,
  // Only a column with an accessor can be sorted; what it answers is the server's affair.
  accessorFn: (row) => row,
  enableSorting: column.sort !== undefined,
  sortDescFirst: false,
  // The first column names the row.
  enableHiding: index > 0,
  meta: {
    width: column.width,
    draw: column.cell,
    ...(column.grow === undefined ? {} : { grow: column.grow }),
    ...(column.align === undefined ? {} : { align: column.align }),
    ...(column.isWideOnly === undefined ? {} : { isWideOnly: column.isWideOnly }),
  },
})

/** What stands in one cell. */
export const drawCell = <R extends RowData>({ columnDef }: TableColumn<Features, R>, row: R): ReactNode =>
  columnDef.meta?.draw(row as never)

const visibilityOf = <R,>(columns: readonly Column<R>[], shown?: readonly string[]): ColumnVisibilityState =>
  Object.fromEntries(
    columns.map(({ key, isOptional }, index) => [key, index === 0 || (shown ? shown.includes(key) : !isOptional)]),
  )

const sortingOf = <R,>(columns: readonly Column<R>[], sort?: Sort): SortingState => {
  const desc = sort?.startsWith("-") ?? false
  const field = desc ? sort?.slice(1) : sort
  const column = field === undefined ? undefined : columns.find((each) => each.sort === field)
  return column ? [{ id: column.key, desc }] : []
}
