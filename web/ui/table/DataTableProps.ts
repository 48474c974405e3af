import type { ReactNode } from "react"
import type { PlainDate } from "#core/time"
import type { Band } from "./Band.tsx"
import type { Column, Sort } from "./Column.ts"

/** The row from which on more are asked for: a flick of the wheel passes fifty in a second, and a short list is not read twice at once. */
export const moreFrom = (count: number): number => count - Math.min(60, 0.4 * count)

export type DataTableProps<Row> = {
  /** What the rows are, for the ear: "Partnerships". */
  label: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  rowKey: (row: Row) => string
  /** How many there are in all, when the server knows; else the number of rows. */
  total?: number
  sort?: Sort
  onSort?: (sort: Sort) => void
  /** The row's own page; the first column becomes its link, Enter opens it. */
  rowTo?: (row: Row) => string
  /** Instead of a page: what opening a row does. */
  onOpen?: (row: Row) => void
  selected?: ReadonlySet<string>
  onSelect?: (selected: ReadonlySet<string>) => void
  /** Shows a row beside the list: what Space does then. */
  onPreview?: (row: Row) => void
  /** Whether one is shown now: moving on shows the next. */
  isPreviewing?: boolean
  /** Present when some rows are bands that head others: the band that this row is, if it is one. */
  bandOf?: (row: Row) => Band | undefined
  /** Called near the end of what is loaded, while `hasMore`. */
  onMore?: () => void
  hasMore?: boolean
  /** Told which rows are in view once the list stands still, and of none when it begins to move. */
  onRest?: (inView: readonly Row[] | undefined) => void
  isLoading?: boolean
  /** An `EmptyState` that says what to do next. */
  empty: ReactNode
  /** Filters and bulk actions, left of the column chooser. */
  toolbar?: ReactNode
  /** Keys of the columns shown, when the page keeps them in the address; else the table remembers by itself. */
  shown?: readonly string[]
  onShown?: (keys: readonly string[]) => void
  /** The day the rows stand for, said when they are printed. */
  asOf?: PlainDate
  /** Height at which the table starts to scroll by itself. */
  maxHeight?: string
}
