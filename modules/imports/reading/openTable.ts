import { isRefusal, refuse } from "#core/refusal"
import { distinctHeaders } from "#rules/imports"
import { bodyRows } from "./bodyRows.ts"
import { widthOf } from "./boundedRow.ts"
import { controlShare } from "./controlShare.ts"
import { csvRecords } from "./csvRecords.ts"
import { announcedDelimiter, findDelimiter } from "./delimiter.ts"
import { findEncoding, readHead } from "./encoding.ts"
import { fileKind } from "./fileKind.ts"
import { firstOf } from "./firstOf.ts"
import { headerIn } from "./headerIn.ts"
import { openSheet } from "./openSheet.ts"
import { limits, type Opened, type Table, type TableRefusal, type TableRow, type TableSource } from "./table.ts"
import { isKnownEncoding, textChunks } from "./textChunks.ts"

const mostBinary = 0.01

/**
 * Opens a file of rows: finds out what it is, how it is written and where its column names are. Nothing but the first
 * rows is kept; `rows` reads the file anew each time. A file that cannot be read is a refusal that says why.
 */
export const openTable = async (source: TableSource): Promise<Table | TableRefusal> => {
  const head = await readHead(source.path)
  if (head.length === 0) return refuse("empty-file")
  const kind = await fileKind(head)
  if (isRefusal(kind)) return kind
  const opened = kind === "workbook" ? await openSheet(source) : await openText(source, head)
  if (isRefusal(opened)) return opened
  const { records, ...facts } = opened
  const first = await firstRows(records)
  if (isRefusal(first)) return first
  const header = headerIn(first, source.knownHeaders)
  if (!header) return refuse("no-header-row")
  const headers = distinctHeaders(header.cells.slice(0, widthOf(header.cells)))
  const below = { line: header.line, headers, format: facts.format }
  const rows = { [Symbol.asyncIterator]: () => bodyRows(records(), below) }
  const sample = await firstOf(bodyRows(records(limits.sampleBlank), below), limits.sampleRows)
  if (isRefusal(sample)) return sample
  return { ...facts, headerRow: header.line, headers, rows, sample }
}

const openText = async ({ path, ...chosen }: TableSource, head: Buffer): Promise<Opened | TableRefusal> => {
  if (chosen.sheet !== undefined) return refuse("no-sheets", { sheet: chosen.sheet })
  if (chosen.encoding !== undefined && !isKnownEncoding(chosen.encoding))
    return refuse("unknown-encoding", { encoding: chosen.encoding })
  const found =
    chosen.encoding === undefined
      ? await findEncoding(path, head)
      : { name: chosen.encoding, isCertain: true, choices: [] }
  const answered = found.choices.find(({ name }) => name === chosen.encodingAnswer)
  const encoding = answered?.name ?? found.name
  const start = await firstText(path, encoding)
  if (controlShare(start) > mostBinary) return refuse("not-a-spreadsheet", { found: "binary" })
  if (start.trim() === "") return refuse("empty-file")
  const announced = announcedDelimiter(start.slice(0, 20).split("\n")[0] ?? "")
  const delimiter = chosen.delimiter ?? announced ?? (await findDelimiter(start))
  return {
    format: "csv",
    encoding,
    encodings: found.choices,
    isEncodingCertain: found.isCertain,
    delimiter,
    sheets: [],
    sheet: undefined,
    records: (mostBlank) => csvRecords(textChunks(path, encoding), delimiter, mostBlank),
  }
}

/** The rows among which the header is looked for. */
const firstRows = async (records: Opened["records"]): Promise<readonly TableRow[] | TableRefusal> => {
  const first = await firstOf(records(limits.sampleBlank), limits.headRows)
  if (isRefusal(first)) return first
  const columns = Math.max(0, ...first.map(columnsOf))
  if (columns > limits.columns) return refuse("too-many-columns", { columns, limit: limits.columns })
  return first.length === 0 ? refuse("empty-file") : first
}

const columnsOf = ({ cells, problem }: TableRow): number =>
  problem?.reason === "too-many-cells" ? Number(problem.params["found"]) : widthOf(cells)

const firstText = async (path: string, encoding: string): Promise<string> => {
  for await (const text of textChunks(path, encoding)) return text
  return ""
}
