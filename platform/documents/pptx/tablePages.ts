import { type Format, formatIn } from "#core/format"
import type { Block, Cell, Column } from "#platform/documents/paper"
import { cellText, isStrip } from "#platform/documents/written"

type Table = Extract<Block, { kind: "table" }>
type Row = readonly Cell[]

/** What a slide can show: pictures of weeks stay on paper and on the screen. */
export const slideColumns = ({ columns, rows }: Table): readonly { column: Column; index: number }[] =>
  columns
    .map((column, index) => ({ column, index }))
    .filter(({ index }) => !rows.some((row) => isStrip(row[index] ?? null)))

/** A letter of a Latin text is about so wide, one of a Japanese text twice. In parts of the size of its font. */
const wideOf = (text: string): number => {
  let wide = 0
  for (const sign of text) wide += (sign.codePointAt(0) ?? 0) >= 0x1100 ? 1.05 : 0.56
  return wide
}

export type Sizes = Readonly<{ widths: readonly number[]; height: number; fontPt: number; padding: number }>

/** Lines of a text in so much room: broken between words, and inside one that is wider than the room. */
const linesOf = (text: string, room: number): number =>
  text.split("\n").reduce((sum, line) => {
    let [lines, used] = [1, 0]
    for (const word of line.split(/(?<=[\s\u3000-\u9fff])/u)) {
      const wide = wideOf(word)
      if (used > 0 && used + wide > room) {
        lines++
        used = 0
      }
      lines += Math.max(0, Math.ceil(wide / room) - 1)
      used += wide > room ? wide % room : wide
    }
    return sum + lines
  }, 0)

/** How tall a row is, in inches: its longest cell decides. */
export const rowHeight = (texts: readonly string[], { widths, fontPt, padding }: Omit<Sizes, "height">): number => {
  const lines = texts.map((text, index) => linesOf(text, (((widths[index] ?? 1) - 2 * padding) * 72) / fontPt))
  return (Math.max(...lines) * fontPt * 1.25) / 72 + 2 * padding
}

/** Rows slide by slide, so that nothing lies outside of one: PowerPoint itself never moves a row to the next. */
export const tablePages = (
  table: Table,
  language: string,
  timeZone: string,
  sizes: Sizes,
): readonly (readonly Readonly<{ cells: readonly Cell[]; texts: readonly string[]; height: number }>[])[] => {
  const format = formatIn(language, timeZone)
  const columns = slideColumns(table)
  const pages: { cells: Row; texts: readonly string[]; height: number }[][] = [[]]
  let room = sizes.height
  for (const row of table.rows) {
    const cells = columns.map(({ index }) => row[index] ?? null)
    const texts = columns.map(({ column }, place) => cellOf(format, column, cells[place] ?? null))
    const height = rowHeight(texts, sizes)
    if (height > room && (pages.at(-1)?.length ?? 0) > 0) {
      pages.push([])
      room = sizes.height
    }
    room -= height
    pages.at(-1)?.push({ cells, texts, height })
  }
  return pages
}

const cellOf = (format: Format, column: Column, cell: Cell): string => cellText(format, column, cell)
