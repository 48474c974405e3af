import { isRefusal } from "#core/refusal"
import { parseXml, type TagListener } from "#platform/archives/xml-tags"
import { notCalculated } from "#rules/imports"
import { boundedRow } from "./boundedRow.ts"
import { cellText, isUncalculated } from "./cellText.ts"
import { mergeFollower } from "./mergedCells.ts"
import { columnOf, type SheetFacts } from "./scanSheet.ts"
import { BrokenTable, limits, type RowProblem, type TableRow } from "./table.ts"
import type { CellContext } from "./workbook.ts"
import { openZip } from "./zipParts.ts"

const mostColumns = 16_384
const longProblem: RowProblem = { reason: "row-too-long", params: { limit: limits.rowCharacters } }

/**
 * The rows of one sheet as they are unpacked, as far as it holds values; memory holds one piece of the sheet. Throws BrokenTable when
 * the workbook is damaged.
 */
export async function* sheetRows(
  path: string,
  part: string,
  context: CellContext,
  { valuesEnd, merges }: SheetFacts,
): AsyncGenerator<TableRow> {
  const zip = await openZip(path)
  if (isRefusal(zip)) throw new BrokenTable(zip.refusal)
  try {
    const stream = await zip.read(part)
    const gatherer = gatherRows(context)
    const withMerged = mergeFollower(merges)
    let isBehindValues = false
    for await (const read of parseXml(stream, gatherer.listener)) {
      for (const row of gatherer.take()) yield withMerged(row)
      // The row of the last value may end in the next piece.
      if (isBehindValues && !gatherer.isInRow()) break
      isBehindValues = valuesEnd !== undefined && read >= valuesEnd
    }
  } catch (cause) {
    throw new BrokenTable("the sheet cannot be read", { cause })
  } finally {
    zip.close()
  }
}

type Gatherer = Readonly<{ listener: TagListener; take: () => TableRow[]; isInRow: () => boolean }>

const gatherRows = (context: CellContext): Gatherer => {
  let rows: TableRow[] = []
  let cells: string[] = []
  let line = 0
  let column = -1
  let type = "n"
  let style = 0
  let text = ""
  let isText = false
  let isFormula = false
  let isInRow = false
  let isHidden = false
  let columns = 0
  let characters = 0
  /** Of what is too wide or too long, no more is held than shows that it is. */
  const keep = (value: string) => {
    // Formulas that were drawn down below the rows, and never worked out, make no row.
    if (value.trim() !== "" && value !== notCalculated) columns = Math.max(columns, column + 1)
    characters += value.length
    if (column >= limits.columns || characters > limits.rowCharacters) return
    while (cells.length < column) cells.push("")
    cells[column] = value
  }
  const finished = (): TableRow => {
    if (columns > limits.columns)
      return {
        line,
        cells,
        problem: { reason: "too-many-cells", params: { found: columns, expected: limits.columns } },
      }
    return boundedRow(line, cells, characters > limits.rowCharacters ? longProblem : undefined)
  }
  const listener: TagListener = {
    open: (name, attributes) => {
      if (name === "c") {
        const reference = attributes["r"]
        column = reference === undefined ? column + 1 : columnOf(reference)
        if (column >= mostColumns) throw new Error("a column beyond the last one")
        type = attributes["t"] ?? "n"
        style = Number(attributes["s"] ?? 0)
        text = ""
        isFormula = false
      } else if (name === "f") isFormula = true
      else if (name === "v" || name === "t") isText = true
      else if (name === "rPh") type = "phonetic"
      else if (name === "row") {
        isInRow = true
        isHidden = attributes["hidden"] === "1" || attributes["hidden"] === "true"
        line = attributes["r"] === undefined ? line + 1 : Number(attributes["r"])
        column = -1
        cells = []
        columns = 0
        characters = 0
      }
    },
    text: (piece) => {
      if (isText && type !== "phonetic" && text.length <= limits.cellCharacters) text += piece
    },
    close: (name) => {
      if (name === "v" || name === "t") isText = false
      else if (name === "rPh") type = "inlineStr"
      else if (name === "c")
        keep(isFormula && isUncalculated(type, text, context) ? notCalculated : cellText(type, style, text, context))
      else if (name === "row") {
        isInRow = false
        if (columns > 0) rows.push(isHidden ? { ...finished(), hidden: true } : finished())
      }
    },
  }
  const take = () => {
    const taken = rows
    rows = []
    return taken
  }
  return { listener, take, isInRow: () => isInRow }
}
