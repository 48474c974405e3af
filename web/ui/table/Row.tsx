// biome-ignore-all lint/a11y/useSemanticElements: an ARIA grid of positioned rows, because a table element cannot hold 100,000; the grid itself has the focus and the keys
// biome-ignore-all lint/a11y/useFocusableInteractive: an ARIA grid of positioned rows, because a table element cannot hold 100,000; the grid itself has the focus and the keys
// biome-ignore-all lint/a11y/useKeyWithClickEvents: an ARIA grid of positioned rows, because a table element cannot hold 100,000; the grid itself has the focus and the keys

import type { Column, Row as ModelRow, RowData } from "@tanstack/react-table"
import { type MouseEvent, memo } from "react"
import { useTranslation } from "react-i18next"
import classes from "./table.module.css"
import { drawCell, type Features } from "./useTableModel.tsx"

export type RowProps<R extends RowData> = {
  id: string
  row: ModelRow<Features, R>
  /** Those shown; the row is drawn again when they change. */
  columns: readonly Column<Features, R>[]
  /** Pixels from the top of the list. */
  start: number
  isActive: boolean
  /** How deep it stands where rows have bands above them. */
  level: number | undefined
  to: string | undefined
  /** Undefined when rows cannot be selected. */
  isSelected: boolean | undefined
  onPress: (index: number) => void
  onToggle: (index: number) => void
  /** The pointer is on the row's link: its page is likely to be next. */
  onNear: () => void
}

const DrawnRow = <R extends RowData>(props: RowProps<R>) => {
  const { t } = useTranslation("ui")
  const { row, columns, to } = props
  return (
    <div
      role="row"
      id={props.id}
      aria-rowindex={row.index + 2}
      aria-level={props.level}
      aria-selected={props.isSelected ?? props.isActive}
      className={classes.row}
      data-body
      data-active={props.isActive || undefined}
      data-selected={props.isSelected || undefined}
      style={{ top: props.start }}
      onClick={(event) => {
        if (!opens(event)) return
        event.preventDefault()
        props.onPress(row.index)
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
      {columns.map((column, position) => (
        <div
          key={column.id}
          role="gridcell"
          className={classes.cell}
          data-align={column.columnDef.meta?.align}
          data-fixed={column.columnDef.meta?.grow === 0 || undefined}
        >
          {position === 0 && to ? (
            <a href={to} tabIndex={-1} className={classes.link} data-opens onPointerEnter={props.onNear}>
              {drawCell(column, row.original)}
            </a>
          ) : (
            drawCell(column, row.original)
          )}
        </div>
      ))}
    </div>
  )
}

/**
 * A press anywhere opens the row, except on what has an answer of its own; on the row's link only the plain press, the
 * others are the browser's. The router's own link would follow the address once per row.
 */
const opens = ({ target, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean => {
  const own = (target as Element).closest<HTMLElement>("a, button, input, [data-stop]")
  return own === null || ("opens" in own.dataset && !(metaKey || ctrlKey || shiftKey || altKey))
}

/** One drawn row; scrolling past it does not draw it again. */
export const Row = memo(DrawnRow) as typeof DrawnRow
