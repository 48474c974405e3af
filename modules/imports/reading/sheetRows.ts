import { isRefusal } from "#core/refusal"
import { cellText } from "./cellText.ts"
import { BrokenTable, type TableRow } from "./table.ts"
import type { CellContext } from "./workbook.ts"
import { parseXml, type TagListener } from "./xmlTags.ts"
import { openZip } from "./zipParts.ts"

const mostColumns = 16_384
/** The longest text a cell of a workbook may hold is 32,767 characters. */
const longestCell = 40_000

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
      }
    },
    text: (piece) => {
      if (!isText || type === "phonetic") return
      text += piece
      if (text.length > longestCell) throw new Error("a cell beyond the longest one")
    },
    close: (name) => {
      if (name === "v" || name === "t") isText = false
      else if (name === "rPh") type = "inlineStr"
      else if (name === "c") {
        while (cells.length < column) cells.push("")
        cells[column] = cellText(type, style, text, context)
      } else if (name === "row" && cells.some((cell) => cell.trim() !== "")) rows.push({ line, cells })
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
