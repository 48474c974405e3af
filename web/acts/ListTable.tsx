import type { RowData } from "@tanstack/react-table"
import type { ComponentProps, ReactNode } from "react"
import { useToday } from "#client/useToday"
import { DataTable } from "#ui/DataTable"
import { Panel } from "#ui/Panel"
import { ProblemState } from "#ui/states"

type Table<Row extends RowData> = ComponentProps<typeof DataTable<Row>>

type ListTableProps<Row extends RowData> = Omit<
  Table<Row>,
  "rows" | "sort" | "onSort" | "onMore" | "hasMore" | "isLoading"
> & {
  /** What `useList` answers. */
  list: Required<Pick<Table<Row>, "rows" | "sort" | "onSort" | "hasMore" | "isLoading">> & {
    more: () => void
    error: unknown
    refetch: () => unknown
  }
  toolbar?: ReactNode
}

/** A list on a page of its own: its lines as far as one scrolls, or what went wrong. */
export const ListTable = <Row extends RowData>({ list, ...table }: ListTableProps<Row>) => {
  const today = useToday()
  const { rows, sort, onSort, more, hasMore, isLoading, error, refetch } = list
  return (
    <Panel isFlush>
      {error ? (
        <ProblemState problem={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable {...table} asOf={today} {...{ rows, sort, onSort, hasMore, isLoading }} onMore={more} />
      )}
    </Panel>
  )
}
