import type { ZipParts } from "#platform/archives/zip-parts"
import { limits } from "./table.ts"

/** What must be known of a sheet before its rows are read. Rows and columns count from 1 and 0. */
export type SheetFacts = Readonly<{
  /** The byte behind its last value; what follows are formats of empty cells. Undefined: the sheet must be read to its end. */
  valuesEnd: number | undefined
  /** The number of its last row that holds a value, where it says so; 0 when none does. */
  lastRow: number | undefined
  /** Cells that were made one across several rows: their first column, first and last row. */
  merges: readonly Merge[]
}>

export type Merge = Readonly<{ column: number; from: number; to: number }>

const dataEnd = Buffer.from("sheetData>")
const valueEnds = [Buffer.from("v>"), Buffer.from("t>")]
const rowBegin = Buffer.from("row ")
const longestMark = 16
const mostMerges = 100_000
const mergedCells =
  /<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})["']/g

/**
 * Unpacks a sheet once without parsing it: a search for bytes, ten times as fast. A sheet that is formatted down to its last row is then
 * parsed only as far as it holds values, and merged cells, which stand behind the rows, are known before them.
 */
export const scanSheet = async (zip: ZipParts, part: string): Promise<SheetFacts> => {
  let read = 0
  let lastValue = 0
  let lastRow: number | undefined
  let isBehindRows = false
  let held: Buffer = Buffer.alloc(0)
  let behind = ""
  const merges: Merge[] = []
  for await (const piece of await zip.read(part)) {
    const bytes = Buffer.concat([held, piece as Buffer])
    const start = read - held.length
    read += (piece as Buffer).length
    if (isBehindRows) {
      behind = takeMerges(behind + (piece as Buffer).toString("latin1"), merges)
      continue
    }
    const closing = closingAt(bytes)
    const rows = closing < 0 ? bytes : bytes.subarray(0, closing)
    const value = Math.max(...valueEnds.map((mark) => rows.lastIndexOf(mark)))
    if (value >= 0) {
      lastValue = start + value + 2
      lastRow = rowNumber(rows, value) ?? lastRow
    }
    if (closing >= 0) {
      isBehindRows = true
      behind = takeMerges(bytes.subarray(closing).toString("latin1"), merges)
    }
    held = Buffer.from(bytes.subarray(-longestMark))
  }
  return { valuesEnd: isBehindRows ? lastValue : undefined, lastRow: lastValue === 0 ? 0 : lastRow, merges }
}

/** The number of the row that a value stands in, where its tag begins in this piece. */
const rowNumber = (bytes: Buffer, value: number): number | undefined => {
  const at = bytes.lastIndexOf(rowBegin, value)
  const said =
    at < 0 ? undefined : /^row [^>]*?\br="(\d{1,7})"/.exec(bytes.subarray(at, at + 500).toString("latin1"))?.[1]
  return said === undefined ? undefined : Number(said)
}

/** Where the rows end: at the closing tag, and not at the one that opens them. */
const closingAt = (bytes: Buffer): number => {
  for (let at = bytes.indexOf(dataEnd); at >= 0; at = bytes.indexOf(dataEnd, at + 1)) {
    const tag = bytes.subarray(Math.max(0, at - longestMark), at).toString("latin1")
    if (/<\/(?:\w+:)?$/.test(tag)) return at
  }
  return -1
}

/** Takes the merged cells out of what has been read; what is left may hold the beginning of one. */
const takeMerges = (text: string, merges: Merge[]): string => {
  let end = 0
  for (const found of text.matchAll(mergedCells)) {
    end = found.index + found[0].length
    const [from, to] = [Number(found[2]), Number(found[3])]
    if (to > from && merges.length < mostMerges) merges.push({ column: columnOf(found[1] ?? ""), from, to })
  }
  return text.slice(Math.max(end, text.length - limits.mergeCharacters))
}

/** "BC12" is column 54, counted from 0. */
export const columnOf = (reference: string): number => {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}
