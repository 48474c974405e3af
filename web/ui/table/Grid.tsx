// biome-ignore-all lint/a11y/useSemanticElements: an ARIA grid of positioned rows, because a table element cannot hold 100,000; the grid itself has the focus and the keys
// biome-ignore-all lint/a11y/noStaticElementInteractions: its role depends on whether its rows are grouped
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: its role depends on whether its rows are grouped
import { useRouter } from "@tanstack/react-router"
import type { RowData } from "@tanstack/react-table"
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual"
import { type CSSProperties, useEffect, useId, useRef, useState } from "react"
import { useOnPaper } from "#ui/paper"
import { useStable } from "#ui/useStable"
import { BandRow } from "./Band.tsx"
import type { DataTableProps } from "./DataTableProps.ts"
import { Head } from "./Head.tsx"
import { Row } from "./Row.tsx"
import classes from "./table.module.css"
import { useRowKeys } from "./useRowKeys.ts"
import type { Layout, TableModel } from "./useTableModel.tsx"

const rowHeight = 40
const headHeight = 34
const checkWidth = 36
const rowPadding = 10

/** More rows than these are for an export, not for paper. */
const mostOnPaper = 2_000

/** The table on a wide screen: an ARIA grid that holds the focus and points at its active row. */
export const Grid = <R extends RowData>(props: DataTableProps<R> & { table: TableModel<R> }) => {
  const { table, rows, rowKey, selected, onSelect, hasMore, onMore } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(-1)
  const router = useRouter()
  const { rows: modelRows } = table.getRowModel()
  const columns = table.getVisibleLeafColumns()

  const isOnPaper = useOnPaper()
  const virtual = useVirtualizer({
    count: rows.length,
    rangeExtractor: (range) =>
      isOnPaper
        ? Array.from({ length: Math.min(range.count, mostOnPaper) }, (_, at) => at)
        : defaultRangeExtractor(range),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    // Drawn with the browser's own frame instead of in the midst of its scroll event.
    useFlushSync: false,
    scrollPaddingStart: headHeight,
  })
  const drawn = virtual.getVirtualItems()
  const last = drawn.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= rows.length - 20) onMore?.()
  }, [hasMore, last, rows.length, onMore])

  const open = (index: number) => {
    const row = rows[index]
    if (row === undefined) return
    const band = props.bandOf?.(row)
    if (band) return band.onToggle()
    if (props.rowTo) void router.navigate({ to: props.rowTo(row) })
    else props.onOpen?.(row)
  }
  const toggle = (index: number) => {
    const row = rows[index]
    if (row === undefined || !selected || !onSelect || props.bandOf?.(row)) return
    const next = new Set(selected)
    if (!next.delete(rowKey(row))) next.add(rowKey(row))
    onSelect(next)
  }
  const move = (index: number) => {
    const to = Math.max(0, Math.min(rows.length - 1, index))
    setActive(to)
    virtual.scrollToIndex(to)
    // From here on Enter and Space are the row's.
    scroller.current?.focus({ preventScroll: true })
    const row = rows[to]
    if (props.isPreviewing && row !== undefined && !props.bandOf?.(row)) props.onPreview?.(row)
  }
  const press = useStable((index: number) => {
    setActive(index)
    open(index)
  })
  const pick = useStable(toggle)
  const isPrepared = useRef(false)
  const prepare = useStable(() => {
    const [first] = rows
    if (isPrepared.current || first === undefined || !props.rowTo) return
    isPrepared.current = true
    const to = props.rowTo(first)
    // A moment later, as the router's links do: the press that comes with the pointer is answered first.
    setTimeout(() => void router.preloadRoute({ to }), 50)
  })
  /** Folds the band at a row, or goes to the band above it; unfolds one that is folded. */
  const foldAt = (index: number, isOpen: boolean) => {
    const band = bandAt(index)
    if (band && band.isOpen !== isOpen) band.onToggle()
    if (band || isOpen) return
    for (let above = index - 1; above >= 0; above--) if (bandAt(above)) return move(above)
  }
  const bandAt = (index: number) => {
    const row = rows[index]
    return row === undefined ? undefined : props.bandOf?.(row)
  }
  const { onPreview } = props
  const keys = useRowKeys({
    ...{ active, count: rows.length, move, open, toggle },
    canSelect: selected !== undefined,
    preview:
      onPreview &&
      ((index) => {
        const row = rows[index]
        if (row === undefined) return
        const band = props.bandOf?.(row)
        if (band) band.onToggle()
        else onPreview(row)
      }),
    fold: props.bandOf && ((index, isOpen) => foldAt(index, isOpen)),
    find: props.toolbar ? () => findIn(scroller.current) : undefined,
  })
  const isLine = (row: R) => !props.bandOf?.(row)
  const lines = () => (props.bandOf ? rows.filter(isLine).length : rows.length)
  const isActiveDrawn = drawn.some((item) => item.index === active)

  return (
    <div
      ref={scroller}
      role={props.bandOf ? "treegrid" : "grid"}
      tabIndex={0}
      className={classes.scroller}
      style={
        {
          maxHeight: isOnPaper ? undefined : (props.maxHeight ?? "70dvh"),
          ...tracks(
            columns.flatMap(({ columnDef }) => columnDef.meta ?? []),
            selected !== undefined,
          ),
        } as CSSProperties
      }
      aria-label={props.label}
      aria-rowcount={(props.total ?? rows.length) + 1}
      aria-activedescendant={isActiveDrawn ? `${id}-${active}` : undefined}
      aria-multiselectable={selected ? true : undefined}
      onKeyDown={keys}
    >
      <Head
        table={table}
        columns={columns}
        sort={props.sort}
        all={
          selected && onSelect
            ? {
                isChecked: selected.size > 0 && selected.size >= lines(),
                isPartial: selected.size > 0 && selected.size < lines(),
                toggle: () => onSelect(new Set(selected.size > 0 ? [] : rows.filter(isLine).map(rowKey))),
              }
            : undefined
        }
      />
      <div role="rowgroup" className={classes.body} style={{ height: isOnPaper ? undefined : virtual.getTotalSize() }}>
        {drawn.map((item) => {
          const row = modelRows[item.index]
          const band = row && props.bandOf?.(row.original)
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
              level={props.bandOf ? 2 : undefined}
              to={props.rowTo?.(row.original)}
              isSelected={selected?.has(row.id)}
              onPress={press}
              onToggle={pick}
              onNear={prepare}
            />
          ) : null
        })}
      </div>
    </div>
  )
}

/** The first field above the list, which narrows it. */
const findIn = (grid: HTMLElement | null) =>
  grid?.parentElement?.querySelector<HTMLInputElement>("search input, [data-tools] input")?.focus()

/** The columns' widths as CSS variables: what is shared when there is room, and the least before it scrolls sideways. */
const tracks = (columns: readonly Layout[], hasCheck: boolean) => {
  const check = hasCheck ? checkWidth : 0
  const least = columns.reduce((sum, { width }) => sum + width, check + 2 * rowPadding)
  const template = columns.map(({ width, grow = 1 }) => (grow === 0 ? `${width}px` : `minmax(${width}px, ${grow}fr)`))
  return { "--columns": [...(check ? [`${check}px`] : []), ...template].join(" "), "--least": `${least}px` }
}
