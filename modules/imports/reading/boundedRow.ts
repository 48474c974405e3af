import { limits, type RowProblem, type TableRow } from "./table.ts"

const shown = 200

/** A row as far as a row may go: one cell too many, or one that is too long, costs the row and not the server. */
export const boundedRow = (line: number, cells: readonly string[], problem?: RowProblem): TableRow => {
  const found = widthOf(cells)
  const kept = cells.length > limits.columns ? cells.slice(0, limits.columns) : cells
  if (found > limits.columns)
    return {
      line,
      cells: kept.map(beginning),
      problem: problem ?? { reason: "too-many-cells", params: { found, expected: limits.columns } },
    }
  const at = kept.findIndex((cell) => cell.length > limits.cellCharacters)
  if (at < 0) return problem ? { line, cells: kept, problem } : { line, cells: kept }
  const tooLong: RowProblem = { reason: "cell-too-long", params: { number: at + 1, limit: limits.cellCharacters } }
  return { line, cells: kept.map(beginning), problem: problem ?? tooLong }
}

/** How many cells a row has; empty ones to the right of the table are no cells of it. */
export const widthOf = (cells: readonly string[]): number => {
  let width = cells.length
  while (width > 0 && (cells[width - 1] ?? "").trim() === "") width--
  return width
}

/** The beginning of a long text, in memory of its own: a part that is cut off keeps the whole. */
const beginning = (cell: string): string =>
  cell.length > limits.cellCharacters ? Buffer.from(cell.slice(0, shown).toWellFormed()).toString() : cell

/** How much of what may be held at once a row takes: its texts, and something for each cell. */
export const weightOf = ({ cells }: TableRow): number => {
  let weight = 0
  for (const cell of cells) weight += cell.length + 16
  return weight
}
