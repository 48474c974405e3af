// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
// biome-ignore-all lint/a11y/useSemanticElements: a group of rows is no fieldset
import { Link } from "@tanstack/react-router"
import { type Cell, FlexRender, type RowData } from "@tanstack/react-table"
import { useVirtualizer } from "@tanstack/react-virtual"
import { useEffect, useRef } from "react"
import type { DataTableProps } from "./DataTableProps.ts"
import classes from "./table.module.css"
import type { Features, TableModel } from "./useTableModel.tsx"

/** The table on a phone: each row a card, the first column its title. */
export const Cards = <R extends RowData>(props: DataTableProps<R> & { table: TableModel<R> }) => {
  const { table, rows, rowTo, onOpen, hasMore, onMore } = props
  const scroller = useRef<HTMLDivElement>(null)
  const { rows: modelRows } = table.getRowModel()
  const isLine = ({ columnDef }: { columnDef: { meta?: { isWideOnly?: boolean } } }) => !columnDef.meta?.isWideOnly
  const lineCount = table.getVisibleLeafColumns().slice(1).filter(isLine).length
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 44 + lineCount * 24,
    overscan: 6,
  })
  const drawn = virtual.getVirtualItems()
  const last = drawn.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= rows.length - 20) onMore?.()
  }, [hasMore, last, rows.length, onMore])

  return (
    <div
      role="group"
      ref={scroller}
      className={classes.scroller}
      tabIndex={0}
      style={{ maxHeight: props.maxHeight ?? "70dvh" }}
      aria-label={props.label}
    >
      <ul className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {drawn.map((item) => {
          const row = modelRows[item.index]
          if (!row) return null
          const [title, ...cells] = row.getVisibleCells()
          return (
            <li
              key={row.id}
              ref={virtual.measureElement}
              data-index={item.index}
              aria-setsize={props.total ?? rows.length}
              aria-posinset={item.index + 1}
              className={classes.card}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <div className={classes.cardTitle}>
                {title ? <CardTitle title={title} to={rowTo?.(row.original)} onOpen={onOpen} /> : null}
              </div>
              <dl className={classes.lines}>
                {cells
                  .filter(({ column }) => isLine(column))
                  .map((cell) => (
                    <div key={cell.id}>
                      <dt>{cell.column.columnDef.header as string}</dt>
                      <dd>
                        <FlexRender cell={cell} />
                      </dd>
                    </div>
                  ))}
              </dl>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

type CardTitleProps<R extends RowData> = {
  title: Cell<Features, R, unknown>
  to: string | undefined
  onOpen: ((row: R) => void) | undefined
}

const CardTitle = <R extends RowData>({ title, to, onOpen }: CardTitleProps<R>) => {
  const words = <FlexRender cell={title} />
  if (to)
    return (
      <Link to={to} className={classes.cardLink}>
        {words}
      </Link>
    )
  if (onOpen)
    return (
      <button type="button" className={classes.cardLink} onClick={() => onOpen(title.row.original)}>
        {words}
      </button>
    )
  return words
}
