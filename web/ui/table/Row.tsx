// biome-ignore-all lint/a11y/useSemanticElements: an ARIA grid of positioned rows, because a table element cannot hold 100,000; the grid itself has the focus and the keys
// biome-ignore-all lint/a11y/useFocusableInteractive: an ARIA grid of positioned rows, because a table element cannot hold 100,000; the grid itself has the focus and the keys
// biome-ignore-all lint/a11y/useKeyWithClickEvents: an ARIA grid of positioned rows, because a table element cannot hold 100,000; the grid itself has the focus and the keys
import { Link } from "@tanstack/react-router"
import { memo } from "react"
import { useTranslation } from "react-i18next"
import type { Column } from "./Column.ts"
import classes from "./table.module.css"

export type RowProps<R> = {
  id: string
  row: R
  columns: readonly Column<R>[]
  index: number
  /** Pixels from the top of the list. */
  start: number
  isActive: boolean
  to: string | undefined
  /** Undefined when rows cannot be selected. */
  isSelected: boolean | undefined
  onPress: (index: number) => void
  onToggle: (index: number) => void
}

const DrawnRow = <R,>(props: RowProps<R>) => {
  const { t } = useTranslation("ui")
  const { row, columns, index, to } = props
  return (
    <div
      role="row"
      id={props.id}
      aria-rowindex={index + 2}
      aria-selected={props.isSelected ?? props.isActive}
      className={classes.row}
      data-body
      data-active={props.isActive || undefined}
      data-selected={props.isSelected || undefined}
      style={{ transform: `translateY(${props.start}px)` }}
      onClick={(event) => {
        if (!(event.target as Element).closest("a, button, input, [data-stop]")) props.onPress(index)
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
            onChange={() => props.onToggle(index)}
          />
        </div>
      )}
      {columns.map((column, position) => (
        <div key={column.key} role="gridcell" className={classes.cell} data-align={column.align}>
          {position === 0 && to ? (
            <Link to={to} tabIndex={-1} className={classes.link}>
              {column.cell(row)}
            </Link>
          ) : (
            column.cell(row)
          )}
        </div>
      ))}
    </div>
  )
}

/** One drawn row; scrolling past it does not draw it again. */
export const Row = memo(DrawnRow) as typeof DrawnRow
