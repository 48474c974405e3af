import { createReadStream } from "node:fs"
import { Transform } from "node:stream"
import { CsvError, parse } from "csv-parse"

/** A row of a CSV file: its columns by name and the line it stands on. */
export type Row = Readonly<{ line: number; cells: Readonly<Record<string, string>> }>

/** A file that cannot be read at all. The message is one sentence for a person. */
export class Unreadable extends Error {}

/** Told of every row that cannot be used. */
export type BadRow = (line: number, reason: string) => void

/** A quotation mark that is never closed makes the rest of the file one row. */
const rowCharacters = 1_000_000

/**
 * Streams a CSV file row by row, and holds no more of it than a row may have. Rows with too many or too few cells go to `bad`; a file that is absent or lacks a
 * required column throws `Unreadable`. The last columns may be left out of the header.
 */
export const readRows = async function* (path: string, required: readonly string[], bad: BadRow): AsyncGenerator<Row> {
  let [sent, whole, ended] = [0, 0, 0]
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: rowCharacters,
    on_record: (record, { bytes, lines }) => {
      whole = bytes
      ended = lines
      return record
    },
  })
  // csv-parse counts what stands in the cells, and not what is between them.
  const guard = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      sent += chunk.length
      done(sent - whole > 2 * rowCharacters ? new RowTooLong() : null, chunk)
    },
  })
  const input = createReadStream(path)
  for (const stream of [input, guard]) stream.on("error", (error: Error) => parser.destroy(error))
  let header: readonly string[] | undefined
  try {
    for await (const { record, info } of input.pipe(guard).pipe(parser) as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      if (header === undefined) {
        header = record.map((name) => name.toLowerCase())
        const missing = required.filter((name) => !header?.includes(name))
        if (missing.length > 0)
          throw new Unreadable(`${path} cannot be read: its first line lacks the column ${missing.join(", ")}.`)
      } else if (record.length !== header.length) {
        bad(info.lines, `${record.length} cells where the first line has ${header.length}`)
      } else {
        yield { line: info.lines, cells: Object.fromEntries(header.map((name, i) => [name, record[i] ?? ""])) }
      }
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    if (isTooLong(error))
      throw new Unreadable(
        `${path} cannot be read: the row behind line ${ended} is longer than ${rowCharacters.toLocaleString("en")} characters. Look in it for a quotation mark that is never closed.`,
      )
    throw new Unreadable(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`)
  }
  if (header === undefined) throw new Unreadable(`${path} cannot be read: it is empty.`)
}

class RowTooLong extends Error {}

const isTooLong = (error: unknown): boolean =>
  error instanceof RowTooLong || (error instanceof CsvError && error.code === "CSV_MAX_RECORD_SIZE")
