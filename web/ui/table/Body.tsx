// biome-ignore-all lint/a11y/useSemanticElements: an ARIA grid of positioned rows, because a table element cannot hold 100,000; the grid itself has the focus and the keys
// biome-ignore-all lint/a11y/useFocusableInteractive: an ARIA grid of positioned rows, because a table element cannot hold 100,000; the grid itself has the focus and the keys
import type { Column, RowData } from "@tanstack/react-table"
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual"
import { type RefObject, useEffect, useLayoutEffect } from "react"
import { BandRow } from "./Band.tsx"
import { type DataTableProps, moreFrom } from "./DataTableProps.ts"
import { Row, type RowProps } from "./Row.tsx"
import classes from "./table.module.css"
import { useRest } from "./useRest.ts"
import type { Features, TableModel } from "./useTableModel.tsx"

const rowHeight = 40
const headHeight = 34

/** More rows than these are for an export, not for paper. */
const mostOnPaper = 2_000

type BodyProps<R extends RowData> = {
  id: string
  table: TableModel<R>
  columns: readonly Column<Features, R>[]
  active: number
  scroller: HTMLDivElement
  /** Set here: brings a row into view. */
  scrollTo: RefObject<((index: number) => void) | undefined>
  isOnPaper: boolean
} & {
  [K in "rows" | "selected" | "rowTo" | "bandOf" | "hasMore" | "onMore" | "onRest"]: DataTableProps<R>[K] | undefined
} & Pick<RowProps<R>, "onPress" | "onToggle" | "onNear">

/** The rows in view. Scrolling draws this again, and nothing around it: neither the head nor the keys change with it. */
export const Body = <R extends RowData>(props: BodyProps<R>) => {
  const { id, table, columns, active, scroller, scrollTo, isOnPaper, selected, hasMore, onMore, bandOf } = props
  const { rows = [] } = props
  const { rows: modelRows } = table.getRowModel()
  const virtual = useVirtualizer({
    count: rows.length,
    rangeExtractor: (range) =>
      isOnPaper
        ? Array.from({ length: Math.min(range.count, mostOnPaper) }, (_, at) => at)
        : defaultRangeExtractor(range),
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan: 6,
    // Drawn with the browser's own frame instead of in the midst of its scroll event.
    useFlushSync: false,
    scrollPaddingStart: headHeight,
  })
  scrollTo.current = (index) => virtual.scrollToIndex(index)
  const drawn = virtual.getVirtualItems()
  const last = drawn.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= moreFrom(rows.length)) onMore?.()
  }, [hasMore, last, rows.length, onMore])
  useRest({ isMoving: virtual.isScrolling, first: drawn[0]?.index ?? 0, last }, rows, props.onRest)
  // Only what is drawn can be pointed at.
  const pointed = drawn.some((item) => item.index === active) ? `${id}-${active}` : undefined
  useLayoutEffect(() => {
    if (pointed === undefined) scroller.removeAttribute("aria-activedescendant")
    else scroller.setAttribute("aria-activedescendant", pointed)
  }, [pointed, scroller])

  return (
    <div role="rowgroup" className={classes.body} style={{ height: isOnPaper ? undefined : virtual.getTotalSize() }}>
      {drawn.map((item) => {
        const row = modelRows[item.index]
        const band = row && bandOf?.(row.original)
        if (row && band)
          return (
            <BandRow
              key={item.key}
              id={`${id}-${item.index}`}
              index={item.index}
              band={band}
              start={item.start}
              isActive={item.index === active}
            />
          )
        return row ? (
          <Row
            key={item.key}
            id={`${id}-${item.index}`}
            row={row}
            columns={columns}
            start={item.start}
            isActive={item.index === active}
            level={bandOf ? 2 : undefined}
            to={props.rowTo?.(row.original)}
            isSelected={selected?.has(row.id)}
            onPress={props.onPress}
            onToggle={props.onToggle}
            onNear={props.onNear}
          />
        ) : null
      })}
    </div>
  )
}
