import { isRefusal } from "#core/refusal"
import { boundedRow } from "./boundedRow.ts"
import { cellText } from "./cellText.ts"
import { BrokenTable, limits, type RowProblem, type TableRow } from "./table.ts"
import type { CellContext } from "./workbook.ts"
import { parseXml, type TagListener } from "./xmlTags.ts"
import { openZip } from "./zipParts.ts"

const mostColumns = 16_384
const longProblem: RowProblem = { reason: "row-too-long", params: { limit: limits.rowCharacters } }

/** The rows of one sheet as they are unpacked; memory holds one piece of the sheet. Throws BrokenTable when the workbook is damaged. */
export async function* sheetRows(path: string, part: string, context: CellContext): AsyncGenerator<TableRow> {
  const zip = await openZip(path)
  if (isRefusal(zip)) throw new BrokenTable(zip.refusal)
  try {
    const stream = await zip.read(part)
    const gatherer = gatherRows(context)
    for await (const _ of parseXml(stream, gatherer.listener)) yield* gatherer.take()
  } catch (cause) {
    throw new BrokenTable("the sheet cannot be read", { cause })
  } finally {
    zip.close()
  }
}

const gatherRows = (context: CellContext): { listener: TagListener; take: () => TableRow[] } => {
  let rows: TableRow[] = []
  let cells: string[] = []
  let line = 0
  let column = -1
  let type = "n"
  let style = 0
  let text = ""
  let isText = false
  let columns = 0
  let characters = 0
  /** Of what is too wide or too long, no more is held than shows that it is. */
  const keep = (value: string) => {
    if (value.trim() !== "") columns = Math.max(columns, column + 1)
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
      } else if (name === "v" || name === "t") isText = true
      else if (name === "rPh") type = "phonetic"
      else if (name === "row") {
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
      else if (name === "c") keep(cellText(type, style, text, context))
      else if (name === "row" && columns > 0) rows.push(finished())
    },
  }
  const take = () => {
    const taken = rows
    rows = []
    return taken
  }
  return { listener, take }
}

/** "BC12" is column 54, counted from 0. */
const columnOf = (reference: string): number => {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}
