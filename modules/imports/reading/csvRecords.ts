import { parse } from "csv-parse/sync"
import { breaksInside } from "./bodyRows.ts"
import { boundedRow } from "./boundedRow.ts"
import { startRun } from "./csvRun.ts"
import { plainRecord } from "./plainRecord.ts"
import { BrokenTable, limits, type RowProblem, type TableRow } from "./table.ts"

const quoteProblem: RowProblem = { reason: "quote-not-closed", params: {} }
const longProblem: RowProblem = { reason: "row-too-long", params: { limit: limits.rowCharacters } }
const shownOfLongRow = 200
const noBytes = Buffer.alloc(0)
const [lineFeed, carriageReturn] = [10, 13]

/**
 * The records of a text with the line each begins in, split by csv-parse from the first one on that is odd. csv-parse gives up at a quotation mark that is
 * never closed; here that costs its own line only: a fresh run of csv-parse goes on in the next one. Memory holds one
 * chunk and what has been read since the last whole record, which is bounded. Each fresh run reads again what the one before
 * had begun, so a text that breaks off everywhere is given up as a whole. Ends where more than `mostBlank` empty lines follow one
 * another: who only looks at the first rows must not read to the end of a file for them.
 */
export async function* csvRecords(
  chunks: AsyncIterable<string>,
  delimiter: string,
  mostBlank = Number.POSITIVE_INFINITY,
): AsyncGenerator<TableRow> {
  let line = 1
  let held: Buffer = noBytes
  let run = startRun(delimiter)
  let isBroken = false
  let brokenRows = 0
  let blank = 0
  let isPlain = delimiter.length === 1 && delimiter > " " && delimiter < "\u007f" && delimiter !== '"'
  for await (const { bytes, isLast } of withEnd(chunks)) {
    held = Buffer.concat([held, bytes])
    let unread: Buffer = isPlain ? held : bytes
    if (isPlain) {
      let at = 0
      for (;;) {
        const found = plainRecord(held, at, delimiter.charCodeAt(0), isLast)
        isPlain = found !== "odd"
        if (typeof found === "string") break
        blank = isBlank(found.cells) ? blank + 1 : 0
        if (blank === 0) yield boundedRow(line, found.cells)
        else if (blank > mostBlank) return
        line += 1 + found.breaks
        at = found.next
      }
      held = held.subarray(at)
      unread = held
      isPlain &&= held.length <= limits.rowCharacters
      if (isPlain) continue
    }
    for (;;) {
      if (!isBroken) {
        isBroken = !(await run.read(unread, isLast)) || run.unfinished() > limits.rowCharacters
        for (const cells of run.takeRecords()) {
          blank = isBlank(cells) ? blank + 1 : 0
          if (blank === 0) yield boundedRow(line, cells)
          else if (blank > mostBlank) return
          line += 1 + breaksInside(cells)
        }
        held = held.subarray(held.length - run.unfinished())
      }
      if (!isBroken) break
      const first = firstLine(held, isLast)
      if (first === undefined) {
        held = shortened(held)
        break
      }
      if (++brokenRows > limits.brokenRows)
        throw new BrokenTable("quotation marks do not close", { reason: "too-many-broken-rows" })
      yield brokenRow(line, first.text, delimiter)
      line++
      held = held.subarray(first.next)
      unread = held
      run = startRun(delimiter)
      isBroken = false
    }
  }
}

/** A line that cannot be read: its beginning, or its cells as csv-parse splits them when quotation marks mean nothing. */
const brokenRow = (line: number, text: Buffer, delimiter: string): TableRow => {
  if (text.length > limits.rowCharacters)
    return { line, cells: [text.toString("utf8", 0, shownOfLongRow)], problem: longProblem }
  return boundedRow(line, parse(text, { delimiter, quote: null, trim: true })[0] ?? [], quoteProblem)
}

/** What is kept of a broken line whose end is still to come: its beginning, and a last byte that may be half a line end. */
const shortened = (held: Buffer): Buffer =>
  held.length > limits.rowCharacters + 1
    ? Buffer.concat([held.subarray(0, limits.rowCharacters), held.subarray(-1)])
    : held

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "")

/** The first line and where the next begins; undefined while its end has not arrived. */
const firstLine = (bytes: Buffer, isLast: boolean): { text: Buffer; next: number } | undefined => {
  const ends = [bytes.indexOf(lineFeed), bytes.indexOf(carriageReturn)].filter((at) => at >= 0)
  const end = ends.length === 0 ? -1 : Math.min(...ends)
  if (end < 0) return isLast ? { text: bytes, next: bytes.length } : undefined
  if (bytes[end] === carriageReturn && end + 1 === bytes.length && !isLast) return undefined
  const isPair = bytes[end] === carriageReturn && bytes[end + 1] === lineFeed
  return { text: bytes.subarray(0, end), next: end + (isPair ? 2 : 1) }
}

async function* withEnd(chunks: AsyncIterable<string>): AsyncGenerator<{ bytes: Buffer; isLast: boolean }> {
  for await (const chunk of chunks) yield { bytes: Buffer.from(chunk), isLast: false }
  yield { bytes: noBytes, isLast: true }
}
