import { limits } from "./table.ts"

/** One record: its cells, where the next one begins, and the lines that it goes on over. */
export type PlainRecord = Readonly<{ cells: readonly string[]; next: number; breaks: number }>

const [quote, lineFeed, carriageReturn, space, tab] = [34, 10, 13, 32, 9]

const isEnd = (byte: number): boolean => byte === lineFeed || byte === carriageReturn
const isTrimmed = (byte: number): boolean => byte === space || byte === tab

/**
 * The record that begins here, where nothing about it is odd: each quotation mark opens a cell, is doubled in it, or closes it. Most files
 * are that from end to end, and are read so in less than a third of the time that csv-parse takes, which reads the others and says what is what
 * (the property test holds the two to each other). `unfinished`: its end is still to come; `odd`: for csv-parse.
 */
export const plainRecord = (
  bytes: Buffer,
  from: number,
  delimiter: number,
  isLast: boolean,
): PlainRecord | "unfinished" | "odd" => {
  const end = bytes.length
  if (from === end) return "unfinished"
  /** Where each cell begins and ends, and whether marks in it are doubled. */
  const spans: number[] = []
  let at = from
  let breaks = 0
  for (;;) {
    while (at < end && bytes[at] !== delimiter && isTrimmed(bytes[at] ?? 0)) at++
    if (bytes[at] === quote) {
      const begin = ++at
      let isDoubled = 0
      for (; ; at++) {
        if (at >= end) return isLast ? "odd" : "unfinished"
        const byte = bytes[at]
        if (byte === lineFeed || (byte === carriageReturn && bytes[at + 1] !== lineFeed)) breaks++
        if (byte !== quote) continue
        if (at + 1 >= end && !isLast) return "unfinished"
        if (bytes[at + 1] !== quote) break
        isDoubled = 1
        at++
      }
      spans.push(begin, at, isDoubled)
      at++
      while (at < end && bytes[at] !== delimiter && isTrimmed(bytes[at] ?? 0)) at++
      if (at < end && bytes[at] !== delimiter && !isEnd(bytes[at] ?? 0)) return "odd"
    } else {
      const begin = at
      for (let byte = bytes[at]; at < end && byte !== delimiter && !isEnd(byte ?? 0); byte = bytes[++at])
        if (byte === quote) return "odd"
      spans.push(begin, at, bare)
    }
    if (at >= end || bytes[at] !== delimiter) break
    at++
  }
  if (!isLast && at >= end - 1 && (at >= end || bytes[at] === carriageReturn)) return "unfinished"
  if (at - from > limits.rowCharacters) return "odd"
  const isPair = bytes[at] === carriageReturn && bytes[at + 1] === lineFeed
  return { cells: cellsOf(bytes, from, at, spans), next: Math.min(end, at + (isPair ? 2 : 1)), breaks }
}

/** Stands for whether marks are doubled in a cell without any around it. */
const bare = 2

/** A record of ASCII is made a text once and cut; its cells hold that text only, and not what else was read with it. */
const cellsOf = (bytes: Buffer, from: number, to: number, spans: readonly number[]): string[] => {
  const whole = isAscii(bytes, from, to) ? bytes.toString("latin1", from, to) : undefined
  const cells: string[] = []
  for (let span = 0; span < spans.length; span += 3) {
    const [begin, end] = [spans[span] ?? 0, spans[span + 1] ?? 0]
    const text = whole?.slice(begin - from, end - from) ?? bytes.toString("utf8", begin, end)
    cells.push(spans[span + 2] === bare ? text.trim() : spans[span + 2] ? text.replaceAll('""', '"') : text)
  }
  return cells
}

const isAscii = (bytes: Buffer, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if ((bytes[at] ?? 0) > 127) return false
  return true
}
