// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
// biome-ignore-all lint/a11y/useSemanticElements: a group of rows is no fieldset
import { Link } from "@tanstack/react-router"
import type { RowData } from "@tanstack/react-table"
import { useVirtualizer } from "@tanstack/react-virtual"
import { type ReactNode, useEffect, useRef } from "react"
import { BandContent } from "./Band.tsx"
import { type DataTableProps, moreFrom } from "./DataTableProps.ts"
import classes from "./table.module.css"
import { useRest } from "./useRest.ts"
import { drawCell, type TableModel } from "./useTableModel.tsx"

/** The table on a phone: each row a card, the first column its title. */
export const Cards = <R extends RowData>(props: DataTableProps<R> & { table: TableModel<R> }) => {
  const { table, rows, rowTo, onOpen, hasMore, onMore } = props
  const scroller = useRef<HTMLDivElement>(null)
  const { rows: modelRows } = table.getRowModel()
  const isLine = ({ columnDef }: { columnDef: { meta?: { isWideOnly?: boolean } } }) => !columnDef.meta?.isWideOnly
  const [title, ...others] = table.getVisibleLeafColumns()
  const lines = others.filter(isLine)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 44 + lines.length * 24,
    overscan: 6,
  })
  const drawn = virtual.getVirtualItems()
  const last = drawn.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= moreFrom(rows.length)) onMore?.()
  }, [hasMore, last, rows.length, onMore])
  useRest({ isMoving: virtual.isScrolling, first: drawn[0]?.index ?? 0, last }, rows, props.onRest)

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
          const band = props.bandOf?.(row.original)
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              aria-setsize={props.total ?? rows.length}
              aria-posinset={item.index + 1}
              className={classes.card}
              data-band={band ? true : undefined}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {band ? (
                <button type="button" className={classes.bandCard} aria-expanded={band.isOpen} onClick={band.onToggle}>
                  <BandContent band={band} />
                </button>
              ) : (
                <>
                  <div className={classes.cardTitle}>
                    <CardTitle to={rowTo?.(row.original)} onOpen={onOpen ? () => onOpen(row.original) : undefined}>
                      {title ? drawCell(title, row.original) : null}
                    </CardTitle>
                  </div>
                  <dl className={classes.lines}>
                    {lines.map((column) => (
                      <div key={column.id}>
                        <dt>{column.columnDef.header as string}</dt>
                        <dd>{drawCell(column, row.original)}</dd>
                      </div>
                    ))}
                  </dl>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

type CardTitleProps = { to: string | undefined; onOpen: (() => void) | undefined; children: ReactNode }

const CardTitle = ({ to, onOpen, children }: CardTitleProps) => {
  if (to)
    return (
      <Link to={to} className={classes.cardLink}>
        {children}
      </Link>
    )
  if (onOpen)
    return (
      <button type="button" className={classes.cardLink} onClick={onOpen}>
        {children}
      </button>
    )
  return children
}
