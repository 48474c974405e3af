import { useMediaQuery } from "@mantine/hooks"
import type { RowData } from "@tanstack/react-table"
import { useTranslation } from "react-i18next"
import classes from "./DataTable.module.css"
import { useOnPaper } from "./paper.tsx"
import { LoadingState } from "./states.tsx"
import { Cards } from "./table/Cards.tsx"
import { ColumnChooser } from "./table/ColumnChooser.tsx"
import type { DataTableProps } from "./table/DataTableProps.ts"
import { Grid } from "./table/Grid.tsx"
import { OnPaper } from "./table/OnPaper.tsx"
import { useTableModel } from "./table/useTableModel.tsx"
import { useFormat } from "./text.tsx"

export type { Band } from "./table/Band.tsx"
export type { Column, Sort } from "./table/Column.ts"

/**
 * Rows by the hundred thousand: only those in view are drawn. Sorting and filtering are the server's. j/k or arrows
 * move, Enter opens, x selects; on a phone each row is a card.
 */
export const DataTable = <Row extends RowData>(props: DataTableProps<Row>) => {
  const { t } = useTranslation("ui")
  const format = useFormat()
  const isNarrow = useMediaQuery("(max-width: 640px)", undefined, { getInitialValueInEffect: false })
  const table = useTableModel(props)
  const isOnPaper = useOnPaper()
  const total = props.total ?? props.rows.length
  // Without the server's word, what is loaded is only the beginning.
  const isOpenEnded = props.total === undefined && props.hasMore === true

  return (
    <div className={classes.table}>
      {isOnPaper ? <OnPaper columns={props.columns} sort={props.sort} asOf={props.asOf} /> : null}
      {props.toolbar || props.rows.length > 0 ? (
        <div className={classes.toolbar}>
          {props.toolbar ? <div className={classes.tools}>{props.toolbar}</div> : null}
          <span className={classes.count} aria-live="polite">
            {t("table.count", { count: total, formatted: `${format.number(total)}${isOpenEnded ? "+" : ""}` })}
          </span>
          {isNarrow ? null : <ColumnChooser table={table} />}
        </div>
      ) : null}
      {props.isLoading ? (
        <LoadingState rows={8} />
      ) : props.rows.length === 0 ? (
        props.empty
      ) : isNarrow ? (
        <Cards {...props} table={table} />
      ) : (
        <Grid {...props} table={table} />
      )}
    </div>
  )
}
