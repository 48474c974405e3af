// biome-ignore-all lint/a11y/useSemanticElements: an ARIA grid of positioned rows, because a table element cannot hold 100,000; the grid itself has the focus and the keys
// biome-ignore-all lint/a11y/noStaticElementInteractions: its role depends on whether its rows are grouped
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: its role depends on whether its rows are grouped
import { useRouter } from "@tanstack/react-router"
import type { RowData } from "@tanstack/react-table"
import { type CSSProperties, useCallback, useId, useMemo, useRef, useState } from "react"
import { useOnPaper } from "#ui/paper"
import { useStable } from "#ui/useStable"
import { Body } from "./Body.tsx"
import type { DataTableProps } from "./DataTableProps.ts"
import { Head } from "./Head.tsx"
import classes from "./table.module.css"
import { useRowKeys } from "./useRowKeys.ts"
import type { Layout, TableModel } from "./useTableModel.tsx"

const checkWidth = 36
const rowPadding = 10

/** The table on a wide screen: an ARIA grid that holds the focus and points at its active row. */
export const Grid = <R extends RowData>(props: DataTableProps<R> & { table: TableModel<R> }) => {
  const { table, rows, rowKey, selected, onSelect, hasMore, onMore, bandOf } = props
  const id = useId()
  // The rows are drawn into what is there: where it scrolls to has to be known first.
  const [scroller, setScroller] = useState<HTMLDivElement>()
  // It stays known while a row waits for its texts and the list is hidden: drawn without its rows it would wait for nothing.
  const attach = useCallback((element: HTMLDivElement | null) => {
    if (element) setScroller(element)
  }, [])
  const [active, setActive] = useState(-1)
  const router = useRouter()
  const columns = table.getVisibleLeafColumns()

  const isOnPaper = useOnPaper()
  const scrollTo = useRef<(index: number) => void>(undefined)

  const open = (index: number) => {
    const row = rows[index]
    if (row === undefined) return
    const band = bandOf?.(row)
    if (band) return band.onToggle()
    if (props.rowTo) void router.navigate({ to: props.rowTo(row) })
    else props.onOpen?.(row)
  }
  const toggle = (index: number) => {
    const row = rows[index]
    if (row === undefined || !selected || !onSelect || bandOf?.(row)) return
    const next = new Set(selected)
    if (!next.delete(rowKey(row))) next.add(rowKey(row))
    onSelect(next)
  }
  const move = (index: number) => {
    const to = Math.max(0, Math.min(rows.length - 1, index))
    setActive(to)
    scrollTo.current?.(to)
    // From here on Enter and Space are the row's.
    scroller?.focus({ preventScroll: true })
    const row = rows[to]
    if (props.isPreviewing && row !== undefined && !bandOf?.(row)) props.onPreview?.(row)
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
    return row === undefined ? undefined : bandOf?.(row)
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
        const band = bandOf?.(row)
        if (band) band.onToggle()
        else onPreview(row)
      }),
    fold: bandOf && ((index, isOpen) => foldAt(index, isOpen)),
    find: props.toolbar ? () => findIn(scroller) : undefined,
  })
  // What was chosen and has left the list since is neither all nor some of it.
  const all = useMemo(() => {
    if (!selected) return undefined
    const keys = (bandOf ? rows.filter((row) => !bandOf(row)) : rows).map(rowKey)
    const chosen = selected.size === 0 ? 0 : keys.filter((key) => selected.has(key)).length
    return { keys, isChecked: chosen > 0 && chosen === keys.length, isPartial: chosen > 0 && chosen < keys.length }
  }, [rows, selected, bandOf, rowKey])

  return (
    <div
      ref={attach}
      role={bandOf ? "treegrid" : "grid"}
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
      aria-multiselectable={selected ? true : undefined}
      onKeyDown={keys}
    >
      <Head
        table={table}
        columns={columns}
        sort={props.sort}
        all={
          all && onSelect
            ? { ...all, toggle: () => onSelect(new Set(all.isChecked || all.isPartial ? [] : all.keys)) }
            : undefined
        }
      />
      {scroller ? (
        <Body
          {...{ id, active, scroller, scrollTo, isOnPaper, columns, selected, rows, hasMore, onMore, bandOf }}
          table={table}
          rowTo={props.rowTo}
          onRest={props.onRest}
          onPress={press}
          onToggle={pick}
          onNear={prepare}
        />
      ) : null}
    </div>
  )
}

/** The first field above the list, which narrows it. */
const findIn = (grid: HTMLElement | undefined) =>
  grid?.parentElement?.querySelector<HTMLInputElement>("search input, [data-tools] input")?.focus()

/** The columns' widths as CSS variables: what is shared when there is room, and the least before it scrolls sideways. */
const tracks = (columns: readonly Layout[], hasCheck: boolean) => {
  const check = hasCheck ? checkWidth : 0
  const least = columns.reduce((sum, { width }) => sum + width, check + 2 * rowPadding)
  const template = columns.map(({ width, grow = 1 }) => (grow === 0 ? `${width}px` : `minmax(${width}px, ${grow}fr)`))
  return { "--columns": [...(check ? [`${check}px`] : []), ...template].join(" "), "--least": `${least}px` }
}
