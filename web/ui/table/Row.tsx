// biome-ignore-all lint/a11y/useSemanticElements: an ARIA grid of positioned rows, because a table element cannot hold 100,000; the grid itself has the focus and the keys
// biome-ignore-all lint/a11y/useFocusableInteractive: an ARIA grid of positioned rows, because a table element cannot hold 100,000; the grid itself has the focus and the keys
// biome-ignore-all lint/a11y/useKeyWithClickEvents: an ARIA grid of positioned rows, because a table element cannot hold 100,000; the grid itself has the focus and the keys
import { Link } from "@tanstack/react-router"
import { type Column, FlexRender, type Row as ModelRow, type RowData } from "@tanstack/react-table"
import { memo } from "react"
import { useTranslation } from "react-i18next"
import classes from "./table.module.css"
import type { Features } from "./useTableModel.tsx"

export type RowProps<R extends RowData> = {
  id: string
  row: ModelRow<Features, R>
  /** Those shown; the row is drawn again when they change. */
  columns: readonly Column<Features, R>[]
  /** Pixels from the top of the list. */
  start: number
  isActive: boolean
  to: string | undefined
  /** Undefined when rows cannot be selected. */
  isSelected: boolean | undefined
  onPress: (index: number) => void
  onToggle: (index: number) => void
}

const DrawnRow = <R extends RowData>(props: RowProps<R>) => {
  const { t } = useTranslation("ui")
  const { row, to } = props
  return (
    <div
      role="row"
      id={props.id}
      aria-rowindex={row.index + 2}
      aria-selected={props.isSelected ?? props.isActive}
      className={classes.row}
      data-body
      data-active={props.isActive || undefined}
      data-selected={props.isSelected || undefined}
      style={{ transform: `translateY(${props.start}px)` }}
      onClick={(event) => {
        if (!(event.target as Element).closest("a, button, input, [data-stop]")) props.onPress(row.index)
      }}
    >
      {props.isSelected === undefined ? null : (
        <div role="gridcell" className={classes.check}>
          <input
            type="checkbox"
            className={classes.box}
            tabIndex={-1}
            aria-label={t("table.select")}
            checked={props.isSelected}
            onChange={() => props.onToggle(row.index)}
          />
        </div>
      )}
      {row.getVisibleCells().map((cell, position) => (
        <div key={cell.id} role="gridcell" className={classes.cell} data-align={cell.column.columnDef.meta?.align}>
          {position === 0 && to ? (
            <Link to={to} tabIndex={-1} className={classes.link}>
              <FlexRender cell={cell} />
            </Link>
          ) : (
            <FlexRender cell={cell} />
          )}
        </div>
      ))}
    </div>
  )
}

/** One drawn row; scrolling past it does not draw it again. */
export const Row = memo(DrawnRow) as typeof DrawnRow
