import type { Block, Cell, Paper } from "#platform/documents/paper"
import { isNumeric, isState } from "#platform/documents/written"
import { font, ink, type Slide } from "./look.ts"
import { rowHeight, slideColumns, tablePages } from "./tablePages.ts"

const fontPt = 11
const headPt = 10
const padding = 0.06
const width = 12.1
const top = 1.35
const bottom = 6.85

/** A table on as many slides as it needs; each begins with its head again. */
export const addTable = (
  table: Extract<Block, { kind: "table" }>,
  { language, timeZone }: Paper,
  nextSlide: (part: number, parts: number) => Slide,
): void => {
  const columns = slideColumns(table)
  if (table.rows.length === 0 || columns.length === 0) {
    nextSlide(1, 1).addText(table.empty, {
      x: 0.6,
      y: top,
      w: width,
      h: 0.5,
      fontSize: 14,
      color: ink("textSoft"),
      fontFace: font,
    })
    return
  }
  const whole = columns.reduce((sum, { column }) => sum + (column.wide ?? 1), 0)
  const widths = columns.map(({ column }) => ((column.wide ?? 1) / whole) * width)
  const headHeight = rowHeight(
    columns.map(({ column }) => column.title),
    { widths, fontPt: headPt, padding },
  )
  const pages = tablePages(table, language, timeZone, { widths, height: bottom - top - headHeight, fontPt, padding })
  const line = { type: "solid", color: ink("line"), pt: 0.75 } as const
  const none = { type: "none" } as const
  pages.forEach((page, index) => {
    const slide = nextSlide(index + 1, pages.length)
    const head = columns.map(({ column }) => ({
      text: column.title,
      options: {
        bold: true,
        fontSize: headPt,
        color: ink("textSoft"),
        align: isNumeric(column) ? "right" : "left",
      } as const,
    }))
    const rows = page.map(({ cells, texts }) =>
      texts.map((text, place) => ({
        text,
        options: { ...stateOf(cells[place] ?? null), align: isNumericAt(columns, place) ? "right" : "left" } as const,
      })),
    )
    slide.addTable([head, ...rows], {
      x: 0.6,
      y: top,
      w: width,
      colW: [...widths],
      rowH: [headHeight, ...page.map(({ height }) => height)],
      fontSize: fontPt,
      fontFace: font,
      color: ink("text"),
      valign: "middle",
      margin: [padding * 72, padding * 72, padding * 72, padding * 72],
      border: [none, none, line, none],
    })
  })
}

const isNumericAt = (columns: ReturnType<typeof slideColumns>, place: number): boolean => {
  const found = columns[place]
  return found !== undefined && isNumeric(found.column)
}

const stateOf = (cell: Cell) => (isState(cell) ? { bold: true, color: ink(`${cell.tone}Text`) } : {})
