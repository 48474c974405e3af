import { createReadStream } from "node:fs"
import { parse } from "csv-parse"

/** A row of a CSV file: its columns by name and the line it stands on. */
export type Row = Readonly<{ line: number; cells: Readonly<Record<string, string>> }>

/** A file that cannot be read at all. The message is one sentence for a person. */
export class Unreadable extends Error {}

/** Told of every row that cannot be used. */
export type BadRow = (line: number, reason: string) => void

/**
 * Streams a CSV file row by row. Rows with too many or too few cells go to `bad`; a file that is absent or lacks a
 * required column throws `Unreadable`. The last columns may be left out of the header.
 */
export const readRows = async function* (path: string, required: readonly string[], bad: BadRow): AsyncGenerator<Row> {
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  })
  const input = createReadStream(path)
  input.on("error", (error) => parser.destroy(error))
  let header: readonly string[] | undefined
  try {
    for await (const { record, info } of input.pipe(parser) as AsyncIterable<{
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
    throw new Unreadable(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`)
  }
  if (header === undefined) throw new Unreadable(`${path} cannot be read: it is empty.`)
}
