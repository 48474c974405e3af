import { useMediaQuery } from "@mantine/hooks"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import classes from "./DataTable.module.css"
import { LoadingState } from "./states.tsx"
import { Cards } from "./table/Cards.tsx"
import type { Column } from "./table/Column.ts"
import { ColumnChooser } from "./table/ColumnChooser.tsx"
import type { DataTableProps } from "./table/DataTableProps.ts"
import { Grid } from "./table/Grid.tsx"
import { useFormat } from "./text.tsx"

export type { Column, Sort } from "./table/Column.ts"

/**
 * Rows by the hundred thousand: only those in view are drawn. Sorting and filtering are the server's. j/k or arrows
 * move, Enter opens, x selects; on a phone each row is a card.
 */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { t } = useTranslation("ui")
  const format = useFormat()
  const isNarrow = useMediaQuery("(max-width: 640px)", undefined, { getInitialValueInEffect: false })
  const [ownShown, setOwnShown] = useState<readonly string[]>()
  const shownKeys = props.shown ?? ownShown ?? props.columns.filter((each) => !each.isOptional).map((each) => each.key)
  const columns = useShownColumns(props.columns, shownKeys)
  const total = props.total ?? props.rows.length

  return (
    <div className={classes.table}>
      <div className={classes.toolbar}>
        <div className={classes.tools}>{props.toolbar}</div>
        <span className={classes.count} aria-live="polite">
          {t("table.count", { count: total, formatted: format.number(total) })}
        </span>
        {isNarrow ? null : (
          <ColumnChooser columns={props.columns} shown={shownKeys} onShown={props.onShown ?? setOwnShown} />
        )}
      </div>
      {props.isLoading ? (
        <LoadingState rows={8} />
      ) : props.rows.length === 0 ? (
        props.empty
      ) : isNarrow ? (
        <Cards {...props} columns={columns} />
      ) : (
        <Grid {...props} columns={columns} />
      )}
    </div>
  )
}

/** The same list for the same choice, so that rows in view are not redrawn. */
const useShownColumns = <Row,>(columns: readonly Column<Row>[], shown: readonly string[]): readonly Column<Row>[] => {
  const key = shown.join(" ")
  const [kept, keep] = useState({ columns, key, list: columns.filter((each) => shown.includes(each.key)) })
  if (kept.columns === columns && kept.key === key) return kept.list
  const list = columns.filter((each) => shown.includes(each.key))
  keep({ columns, key, list })
  return list
}
