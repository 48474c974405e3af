import type { Parser } from "csv-parse"
import { parse } from "csv-parse"
import { limits } from "./table.ts"

/** One run of csv-parse over a text, until it ends or csv-parse gives up. */
export type Run = Readonly<{
  /** Hands bytes to csv-parse; false when it gave up. */
  read(bytes: Buffer, isLast: boolean): Promise<boolean>
  takeRecords(): readonly (readonly string[])[]
  /** How many of the bytes handed over belong to no whole record. */
  unfinished(): number
}>

/**
 * Starts csv-parse. `relax_quotes` takes a quotation mark inside a bare cell as text (5" wide); with `trim` it still
 * refuses anything but space behind a closing one.
 */
export const startRun = (delimiter: string): Run => {
  const records: string[][] = []
  let read = 0
  let whole = 0
  const parser: Parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
    max_record_size: limits.rowCharacters,
    // Records are taken here and not from the stream, because a stream that fails drops those nobody has read.
    on_record: (cells: string[], { bytes }) => {
      records.push(cells)
      whole = bytes
      return null
    },
  })
  parser.on("error", () => {})
  return {
    read: async (bytes, isLast) => {
      read += bytes.length
      return (await succeeds((done) => parser.write(bytes, done))) && (!isLast || succeeds((done) => parser.end(done)))
    },
    takeRecords: () => records.splice(0),
    unfinished: () => read - whole,
  }
}

const succeeds = (start: (done: (fault?: Error | null) => void) => void): Promise<boolean> =>
  new Promise((resolve) => start((fault) => resolve(!fault)))
