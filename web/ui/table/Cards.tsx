// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
// biome-ignore-all lint/a11y/useSemanticElements: a group of rows is no fieldset
import { Link } from "@tanstack/react-router"
import { useVirtualizer } from "@tanstack/react-virtual"
import { useEffect, useRef } from "react"
import type { Column } from "./Column.ts"
import type { DataTableProps } from "./DataTableProps.ts"
import classes from "./table.module.css"

/** The table on a phone: each row a card, the first column its title. */
export const Cards = <R,>(props: DataTableProps<R>) => {
  const { rows, rowKey, rowTo, onOpen, hasMore, onMore } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [title, ...columns] = props.columns
  const lines = columns.filter((each) => !each.isWideOnly)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 44 + lines.length * 24,
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
          const row = rows[item.index] as R
          return (
            <li
              key={rowKey(row)}
              ref={virtual.measureElement}
              data-index={item.index}
              aria-setsize={props.total ?? rows.length}
              aria-posinset={item.index + 1}
              className={classes.card}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <div className={classes.cardTitle}>
                {title ? <CardTitle title={title} row={row} to={rowTo?.(row)} onOpen={onOpen} /> : null}
              </div>
              <dl className={classes.lines}>
                {lines.map((column) => (
                  <div key={column.key}>
                    <dt>{column.title}</dt>
                    <dd>{column.cell(row)}</dd>
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

type CardTitleProps<R> = { title: Column<R>; row: R; to: string | undefined; onOpen: ((row: R) => void) | undefined }

const CardTitle = <R,>({ title, row, to, onOpen }: CardTitleProps<R>) => {
  if (to)
    return (
      <Link to={to} className={classes.cardLink}>
        {title.cell(row)}
      </Link>
    )
  if (onOpen)
    return (
      <button type="button" className={classes.cardLink} onClick={() => onOpen(row)}>
        {title.cell(row)}
      </button>
    )
  return title.cell(row)
}
