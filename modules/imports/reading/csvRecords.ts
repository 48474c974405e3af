import type { RowProblem, TableRow } from "./table.ts"
import { limits } from "./table.ts"

type Parsed = Readonly<{ next: number; cells: readonly string[]; breaks: number; problem?: RowProblem }>

const quoteProblem: RowProblem = { reason: "quote-not-closed", params: {} }
const longProblem: RowProblem = { reason: "row-too-long", params: { limit: limits.rowCharacters } }

/**
 * Splits text into the records of RFC 4180, with any one-character delimiter and any line end. Memory holds one chunk and
 * one record. A quotation mark that is never closed costs its own line only: reading goes on in the next one.
 */
export async function* csvRecords(chunks: AsyncIterable<string>, delimiter: string): AsyncGenerator<TableRow> {
  let text = ""
  let at = 0
  let line = 1
  let isSkipping = false
  for await (const chunk of withEnd(chunks)) {
    const isLast = chunk === undefined
    text = at < text.length ? text.slice(at) + (chunk ?? "") : (chunk ?? "")
    at = 0
    while (at < text.length) {
      if (isSkipping) {
        const end = lineEnd(text, at)
        if (end < 0) {
          at = text.length
          break
        }
        isSkipping = false
        at = afterBreak(text, end)
        line++
        continue
      }
      const parsed = parseRecord(text, at, delimiter, isLast)
      if (parsed === undefined) {
        if (text.length - at <= limits.rowCharacters) break
        yield { line, cells: [text.slice(at, at + 200)], problem: longProblem }
        isSkipping = true
        continue
      }
      if (!isBlank(parsed.cells))
        yield parsed.problem ? { line, cells: parsed.cells, problem: parsed.problem } : { line, cells: parsed.cells }
      at = parsed.next
      line += parsed.breaks
    }
  }
}

/** One record from `at`, or undefined when its end has not arrived yet. */
const parseRecord = (text: string, at: number, delimiter: string, isLast: boolean): Parsed | undefined => {
  const end = completeLineEnd(text, at, isLast)
  if (end === undefined) return undefined
  const line = text.slice(at, end)
  if (!line.includes('"')) return { next: afterBreak(text, end), cells: line.split(delimiter), breaks: 1 }
  const parsed = parseQuoted(text, at, delimiter, isLast)
  if (parsed === "unclosed")
    return { next: afterBreak(text, end), cells: line.split(delimiter), breaks: 1, problem: quoteProblem }
  return parsed
}

const parseQuoted = (
  text: string,
  start: number,
  delimiter: string,
  isLast: boolean,
): Parsed | "unclosed" | undefined => {
  const cells: string[] = []
  let at = start
  let breaks = 1
  for (;;) {
    let end: number
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1)
      if (close === undefined || (close + 1 >= text.length && !isLast))
        return isLast || text.length - start > limits.rowCharacters ? "unclosed" : undefined
      const cell = text.slice(at + 1, close)
      breaks += countBreaks(cell)
      cells.push(cell.includes('""') ? cell.replaceAll('""', '"') : cell)
      end = close + 1
      while (text[end] === " " && delimiter !== " ") end++
      if (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") return "unclosed"
    } else {
      const stop = cellEnd(text, at, delimiter)
      if (stop === undefined && !isLast) return undefined
      end = stop ?? text.length
      cells.push(text.slice(at, end))
    }
    if (text[end] === delimiter) {
      at = end + 1
      continue
    }
    if (!isLast && end + 1 >= text.length) return undefined
    return { next: afterBreak(text, end), cells, breaks }
  }
}

/** The quotation mark that ends a quoted cell; doubled ones belong to the text. */
const closingQuote = (text: string, from: number): number | undefined => {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at
  }
  return undefined
}

const cellEnd = (text: string, from: number, delimiter: string): number | undefined => {
  for (let at = from; at < text.length; at++) {
    const char = text[at]
    if (char === delimiter || char === "\n" || char === "\r") return at
  }
  return undefined
}

/** Where the line ends. A return at the very end of what has arrived may have its line feed still to come. */
const completeLineEnd = (text: string, from: number, isLast: boolean): number | undefined => {
  const end = lineEnd(text, from)
  if (end < 0) return isLast ? text.length : undefined
  return text[end] === "\r" && end + 1 === text.length && !isLast ? undefined : end
}

const lineEnd = (text: string, from: number): number => {
  const feed = text.indexOf("\n", from)
  const end = feed < 0 ? text.length : feed
  const back = text.slice(from, end).indexOf("\r")
  return back >= 0 ? from + back : feed
}

const afterBreak = (text: string, end: number): number =>
  text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1

const countBreaks = (text: string): number =>
  text.includes("\n") || text.includes("\r") ? (text.match(/\r\n|\n|\r/g) ?? []).length : 0

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === "" || cell.trim() === "")

async function* withEnd(chunks: AsyncIterable<string>): AsyncGenerator<string | undefined> {
  yield* chunks
  yield undefined
}
