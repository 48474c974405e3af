import type { FieldTable } from "#core/importable/field"
import { textKey } from "#core/textKey"
import { looksLikeDate, looksLikeNumber } from "./valuesFit.ts"

/** Column names that some kind of file has, in their comparable form. */
export type KnownHeaders = ReadonlySet<string>

export const knownHeadersOf = (tables: readonly FieldTable[]): KnownHeaders =>
  new Set(tables.flatMap(({ fields }) => fields.flatMap(({ headers }) => headers.map(textKey))))

/**
 * The position of the row that names the columns, among the first rows of a table; undefined when there is none.
 * Titles and notes above it fill few cells; data rows hold dates, numbers and addresses. A row whose cells are known
 * column names wins; otherwise the first row as wide as the table that holds nothing but distinct words.
 */
export const findHeaderRow = (rows: readonly (readonly string[])[], known: KnownHeaders): number | undefined => {
  const widths = rows.map((cells) => cells.filter((cell) => cell.trim() !== "").length)
  const width = typicalWidth(widths)
  let best: { at: number; score: number } | undefined
  for (const [at, cells] of rows.entries()) {
    const score = headerScore(cells, widths[at] ?? 0, width, known)
    if (score > (best?.score ?? 0)) best = { at, score }
  }
  return best?.at
}

const headerScore = (cells: readonly string[], filled: number, width: number, known: KnownHeaders): number => {
  if (filled === 0 || filled * 2 <= width) return 0
  const names = cells.filter((cell) => cell.trim() !== "")
  if (names.some((name) => isValue(name.trim()))) return 0
  const recognised = names.filter((name) => known.has(textKey(name))).length
  // A single column of unknown words is prose, not a table.
  if (width === 1 && recognised === 0) return 0
  const distinct = new Set(names.map(textKey)).size / names.length
  return (recognised > 0 ? 1 + recognised / names.length : 0.5 * distinct) * Math.min(1, filled / width)
}

const longestHeader = 120

const isValue = (cell: string): boolean =>
  cell.length > longestHeader || looksLikeNumber(cell) || looksLikeDate(cell) || /\S@\S+\.\S|:\/\//.test(cell)

/** The width most rows have; the wider one when two are equally frequent. */
const typicalWidth = (widths: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 0) counts.set(width, (counts.get(width) ?? 0) + 1)
  const ranked = [...counts].sort((left, right) => right[1] - left[1] || right[0] - left[0])
  return ranked[0]?.[0] ?? 0
}

/** Column names as shown: trimmed, and numbered where a name occurs twice ("Date", "Date (2)"). */
export const distinctHeaders = (cells: readonly string[]): readonly string[] => {
  const seen = new Set<string>()
  return cells.map((cell) => {
    const name = cell.toWellFormed().replace(/\s+/g, " ").trim()
    let distinct = name
    for (let count = 2; name !== "" && seen.has(distinct); count++) distinct = `${name} (${count})`
    seen.add(distinct)
    return distinct
  })
}
