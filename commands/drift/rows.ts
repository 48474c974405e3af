import type { FileKind } from "#core/importable/field"
import { isOpen, type Remark } from "#core/importable/remark"
import type { ImportRow } from "#core/importable/row"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import { whyUnreadable } from "#platform/why-unreadable"
import { BrokenTable, openTable, type Table, type TableRow } from "#reading/imports"
import {
  collectRemarks,
  compileRowCheck,
  explain,
  knownHeadersOf,
  type Plan,
  planImport,
  type RunOptions,
  reasons,
  remarks as remarkKinds,
  rowSettler,
} from "#rules/imports"

/** A row that was read, with the cells as they stand in the file. */
export type Row = Readonly<{ line: number; row: ImportRow; textOf(field: string): string }>

/** A file that cannot be read at all. The message is one sentence for a person. */
export class Unreadable extends Error {}

/** What a person said of the files: which column holds what, how days and numbers are written. */
export type Spoken = Readonly<{
  columns: Readonly<Record<string, string>>
  options: Pick<RunOptions, "dateOrder" | "decimals" | "encoding" | "sheet">
  /** Days after it have not been observed by anybody; undefined where the files are no record. */
  today?: string
  /** Hears of every row that cannot be used. */
  bad(path: string, line: number | undefined, reason: string, rows?: number): unknown
  /** Hears how the file is read where it could be read otherwise. */
  tell(path: string, sentence: string): unknown
}>

/** For files that are as the exchange format says: nobody is asked or told anything. */
export const asWritten: Spoken = { columns: {}, options: {}, bad: () => undefined, tell: () => undefined }

/**
 * Reads a CSV file or workbook row by row, as an import reads it: any encoding, delimiter, way to write days and numbers, column names
 * guessed. What cannot be used is told and left out; a file that cannot be read throws `Unreadable`.
 */
export const readRows = async function* (path: string, kind: FileKind, spoken: Spoken): AsyncGenerator<Row> {
  const table = await open(path, kind, spoken)
  const { mapping, formats } = await planned(path, table, kind, spoken)
  // Nothing is left out of a row: a week without its value would be a week without a row.
  // Percent of a share are read with the value.
  const refusing = Object.fromEntries(
    kind.fields.flatMap(({ key }) => [
      [`cell-left-out:${key}`, "refuse"],
      [`percent-in-number:${key}`, "number"],
    ]),
  )
  const remarks = collectRemarks(remarkKinds, refusing, kind.fields)
  const check = compileRowCheck(kind, mapping, formats, {}, remarks)
  const settle = rowSettler(mapping, remarks)
  try {
    for await (const read of table.rows) {
      const { line, problem } = read
      remarks.at(line)
      if (problem === undefined && lacksValue(read, mapping)) {
        const [found, expected] = [read.cells.length - (read.filledUp ?? 0), read.cells.length]
        spoken.bad(path, line, explain(reasons, "too-few-cells", { found, expected }))
        continue
      }
      const settled = problem ? read.cells : settle(read)
      if (settled === "left-out") {
        spoken.tell(path, `line ${line} is not read: it is a total, a note or the column names again`)
        continue
      }
      const cells = settled as readonly string[]
      if (problem) {
        spoken.bad(path, line, explain(reasons, problem.reason, problem.params))
        continue
      }
      const verdict = check(cells)
      if (verdict.ok) yield { line, row: verdict.row, textOf: (field) => cells[mapping.indexOf(field)] ?? "" }
      else
        for (const { field, value, reason, params } of verdict.errors.slice(0, 1))
          spoken.bad(path, line, `${field} is "${value.slice(0, 100)}": ${explain(reasons, reason, params)}`)
    }
    sayRemarks(path, remarks.all(), spoken)
  } catch (fault) {
    if (fault instanceof BrokenTable) throw unreadable(path, { refusal: fault.reason })
    throw fault
  }
}

/** Remarks whose rows have been named one by one, as not used or not read. */
const toldByLine: ReadonlySet<string> = new Set(["unknown-value", "row-aside"])

/** What the reading told; what nobody can be asked here ends it, because the file would be read in one of several ways. */
const sayRemarks = (path: string, told: readonly Remark[], { tell }: Spoken): void => {
  for (const remark of told) {
    const { message, examples } = remark
    const lines = examples.map(({ line, text }) => `line ${line}: ${text}`).join("; ")
    if (toldByLine.has(remark.code)) continue
    if (isOpen(remark))
      throw new Unreadable(`${path} cannot be read: ${message} (${lines}) Change the file so that it says one thing.`)
    tell(path, `${message} (${lines})`)
  }
}

/** A row that ends before its value holds no value by mistake; one whose last optional cells are missing was written so. */
const lacksValue = ({ cells, filledUp = 0 }: TableRow, mapping: Plan["mapping"]): boolean =>
  filledUp > 0 && mapping.indexOf("value") >= cells.length - filledUp

const open = async (path: string, kind: FileKind, spoken: Spoken): Promise<Table> => {
  const { encoding, sheet } = spoken.options
  const knownHeaders = knownHeadersOf([kind])
  const source = { path, fileName: path, knownHeaders, ...(encoding && { encoding }), ...(sheet && { sheet }) }
  const table = await openTable(source).catch((fault: Error) => {
    throw new Unreadable(`${path} cannot be read: ${whyUnreadable(fault)}`)
  })
  if (isRefusal(table)) throw unreadable(path, table)
  const { encodings, sheets, sheet: read } = table
  const possible = encodings.map(({ name }) => name)
  if (possible.length > 1)
    throw new Unreadable(
      `${path} cannot be read: its letters fit several encodings. Say which with --encoding ${possible.join(", ")}.`,
    )
  for (const { name, first } of sheets)
    if (name !== read && first.length > 0) spoken.tell(path, `the sheet "${name}" is not read; choose it with --sheet`)
  return table
}

const planned = async (path: string, table: Table, kind: FileKind, spoken: Spoken): Promise<Plan> => {
  const rows = table.sample.filter(({ problem, aside }) => !problem && aside === undefined)
  const sample = { headers: table.headers, rows }
  refuseNoColumn(path, table.headers, kind, spoken)
  const mapping = mappingOf(table.headers, planImport(sample, [kind], kind, spoken.options).mapping, kind, spoken)
  const plan = planImport(sample, [kind], kind, { ...spoken.options, mapping })
  const lacks = kind.fields.find(({ key }) => key === "value" && !plan.mapping.includes(key))
  const problem = plan.mappingProblem ?? (lacks && refuse("field-not-mapped", { field: lacks.label, key: lacks.key }))
  if (problem) throw unreadable(path, problem, table.headers)
  const open = plan.questions.find(({ answer }) => answer === undefined)
  if (open)
    throw new Unreadable(
      `${path} cannot be read: "${open.examples.slice(0, 2).join('", "')}" can be read in two ways. Say which with ${
        open.kind === "date-order" ? "--date-order dmy, mdy or ymd" : "--decimals point or comma"
      }.`,
    )
  tellColumns(path, table, plan, spoken)
  return plan
}

/** A column that somebody named and the file does not have is no column to be guessed instead. */
const refuseNoColumn = (path: string, headers: readonly string[], { fields }: FileKind, { columns }: Spoken): void => {
  for (const [field, name] of Object.entries(columns)) {
    if (!fields.some(({ key }) => key === field)) continue
    const isThere = headers.some((header) => header.toLowerCase() === name.toLowerCase())
    if (!isThere)
      throw new Unreadable(
        `${path} cannot be read: it has no column "${name}" for --column ${field}. Its columns are ${headers.join(", ")}.`,
      )
  }
}

/** What a person said wins, then a field's own name, then what the column's name and values look like. */
const mappingOf = (
  headers: readonly string[],
  guesses: Plan["mapping"],
  { fields }: FileKind,
  { columns }: Spoken,
): readonly (string | null)[] => {
  const said = headers.map((header) =>
    Object.keys(columns).find((field) => columns[field]?.toLowerCase() === header.toLowerCase()),
  )
  const own = headers.map(
    (header, at) => said[at] ?? fields.find(({ key }) => key === header.toLowerCase() && !(key in columns))?.key,
  )
  return headers.map((_, at) => {
    const guess = guesses[at]
    return own[at] ?? (guess !== undefined && !own.includes(guess) && !(guess in columns) ? guess : null)
  })
}

const tellColumns = (path: string, { headers }: Table, { mapping }: Plan, { tell, columns }: Spoken): void => {
  for (const [at, header] of headers.entries()) {
    const field = mapping[at]
    if (field === undefined) tell(path, `the column "${header}" is not read`)
    else if (field !== header.toLowerCase() && columns[field] === undefined)
      tell(path, `the column "${header}" is read as ${field}`)
  }
}

const unreadable = (path: string, { refusal, detail = {} }: Refusal, headers?: readonly string[]): Unreadable => {
  const columns = headers
    ? ` Its columns are ${headers.join(", ")}; say which with --column ${detail["key"]}=<column>.`
    : ""
  return new Unreadable(`${path} cannot be read: ${explain(reasons, refusal, detail)}${columns}`)
}
