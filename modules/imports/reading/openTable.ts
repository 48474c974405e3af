import { isRefusal, refuse } from "#core/refusal"
import { distinctHeaders, findHeaderRow } from "#rules/imports"
import { weightOf, widthOf } from "./boundedRow.ts"
import { controlShare } from "./controlShare.ts"
import { csvRecords } from "./csvRecords.ts"
import { announcedDelimiter, findDelimiter } from "./delimiter.ts"
import { findEncoding, readHead } from "./encoding.ts"
import { fileKind } from "./fileKind.ts"
import { sheetRows } from "./sheetRows.ts"
import { BrokenTable, limits, type Table, type TableRefusal, type TableRow, type TableSource } from "./table.ts"
import { isKnownEncoding, textChunks } from "./textChunks.ts"
import { openWorkbook } from "./workbook.ts"

type Opened = Pick<Table, "format" | "encoding" | "isEncodingCertain" | "delimiter" | "sheets"> & {
  records: () => AsyncIterable<TableRow>
}

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
  const at = findHeaderRow(
    first.slice(0, limits.headRows).map((row) => row.cells),
    source.knownHeaders,
  )
  const header = at === undefined ? undefined : first[at]
  // A row that is too long to be told what it is may be the one with the names.
  if (!header || first.slice(0, at).some(({ problem }) => problem?.reason === "row-too-long"))
    return refuse("no-header-row")
  const headers = distinctHeaders(header.cells.slice(0, widthOf(header.cells)))
  const rows = { [Symbol.asyncIterator]: () => bodyRows(records(), header.line, headers.length, facts.format) }
  const sample = await firstOf(rows, limits.sampleRows)
  if (isRefusal(sample)) return sample
  return { ...facts, headerRow: header.line, headers, rows, sample }
}

const openText = async ({ path, ...chosen }: TableSource, head: Buffer): Promise<Opened | TableRefusal> => {
  if (chosen.encoding !== undefined && !isKnownEncoding(chosen.encoding))
    return refuse("unknown-encoding", { encoding: chosen.encoding })
  const found =
    chosen.encoding === undefined ? await findEncoding(path, head) : { name: chosen.encoding, isCertain: true }
  const start = await firstText(path, found.name)
  if (controlShare(start) > mostBinary) return refuse("not-a-spreadsheet", { found: "binary" })
  if (start.trim() === "") return refuse("empty-file")
  const announced = announcedDelimiter(start.slice(0, 20).split("\n")[0] ?? "")
  const delimiter = chosen.delimiter ?? announced ?? (await findDelimiter(start))
  return {
    format: "csv",
    encoding: found.name,
    isEncodingCertain: found.isCertain,
    delimiter,
    sheets: [],
    records: () => csvRecords(textChunks(path, found.name), delimiter),
  }
}

const openSheet = async ({ path, sheet }: TableSource): Promise<Opened | TableRefusal> => {
  const workbook = await openWorkbook(path)
  if (isRefusal(workbook)) return workbook
  const shown = workbook.sheets.filter(({ isHidden }) => !isHidden)
  const names = shown.map(({ name }) => name)
  const chosen =
    sheet === undefined ? (shown[0] ?? workbook.sheets[0]) : workbook.sheets.find(({ name }) => name === sheet)
  if (!chosen) return refuse("no-such-sheet", { sheet, sheets: names.join(", ") })
  return {
    format: "xlsx",
    encoding: "utf-8",
    isEncodingCertain: true,
    delimiter: "",
    sheets: names,
    records: () => sheetRows(path, chosen.part, workbook),
  }
}

/** The rows among which the header is looked for. */
const firstRows = async (records: () => AsyncIterable<TableRow>): Promise<readonly TableRow[] | TableRefusal> => {
  const first = await firstOf(records(), limits.headRows)
  if (isRefusal(first)) return first
  const columns = Math.max(0, ...first.map(columnsOf))
  if (columns > limits.columns) return refuse("too-many-columns", { columns, limit: limits.columns })
  return first.length === 0 ? refuse("empty-file") : first
}

const columnsOf = ({ cells, problem }: TableRow): number =>
  problem?.reason === "too-many-cells" ? Number(problem.params["found"]) : widthOf(cells)

/** As many rows as asked for, or as fit into what may be held at once. */
export const firstOf = async (
  rows: AsyncIterable<TableRow>,
  count: number,
): Promise<readonly TableRow[] | TableRefusal> => {
  const first: TableRow[] = []
  try {
    let weight = 0
    for await (const row of rows) {
      weight += weightOf(row)
      if (first.push(row) === count || weight > limits.sampleCharacters) break
    }
  } catch (fault) {
    if (!(fault instanceof BrokenTable)) throw fault
    return refuse(fault.reason)
  }
  return first
}

/** The rows below the header, each as wide as the header; a row of another width says so. */
async function* bodyRows(
  records: AsyncIterable<TableRow>,
  headerLine: number,
  width: number,
  format: Table["format"],
): AsyncGenerator<TableRow> {
  for await (const row of records) {
    if (row.line <= headerLine) continue
    const found = row.cells.length
    if (found === width || row.problem) yield row
    else if (found > width) yield trimmed(row, width)
    else if (format === "xlsx")
      yield { line: row.line, cells: [...row.cells, ...Array<string>(width - found).fill("")] }
    else yield { ...row, problem: { reason: "too-few-cells", params: { found, expected: width } } }
  }
}

/** Empty cells to the right of the table are no cells of it. */
const trimmed = (row: TableRow, width: number): TableRow => {
  const found = widthOf(row.cells)
  if (found <= width) return { ...row, cells: row.cells.slice(0, width) }
  return { ...row, problem: { reason: "too-many-cells", params: { found, expected: width } } }
}

const firstText = async (path: string, encoding: string): Promise<string> => {
  for await (const text of textChunks(path, encoding)) return text
  return ""
}
