import type { Refusal } from "#core/refusal"
import type { Aside, KnownHeaders, ReasonCode } from "#rules/imports"

/** Where the bytes are, and what the person has already decided about them; anything left out is found out. */
export type TableSource = Readonly<{
  path: string
  fileName: string
  /** What columns of known files are called: a row of such names is the one with the column names. */
  knownHeaders: KnownHeaders
  /** The same of the one kind that is looked for: a workbook may hold a sheet of each. */
  wantedHeaders?: KnownHeaders
  encoding?: string
  /** Which of several possible encodings it is, where the file leaves a choice. */
  encodingAnswer?: string
  delimiter?: string
  /** A sheet's name, for workbooks. */
  sheet?: string
}>

/** A row that cannot be read as it should: stable code and message parameters, as for a cell. */
export type RowProblem = Readonly<{
  reason: Extract<
    ReasonCode,
    "too-many-cells" | "too-few-cells" | "quote-not-closed" | "row-too-long" | "cell-too-long"
  >
  params: Readonly<Record<string, unknown>>
}>

/** A cell that is empty in its row, and what it is a part of holds. */
export type FilledCell = Readonly<{ column: number; text: string }>

/** One row with the line (or sheet row) it begins in. `problem` is set when it should not be imported. */
export type TableRow = Readonly<{
  line: number
  cells: readonly string[]
  problem?: RowProblem
  /** Cells that were made one with those above. */
  merged?: readonly FilledCell[]
  /** Why it does not look like a row of the table: a total, a note below it. */
  aside?: Aside
  /** Nobody sees it in the sheet: it is hidden, or filtered out. */
  hidden?: true
  /** The cells it was filled up with at its end. */
  filledUp?: number
}>

/** An opened table. `rows` may be iterated again: each time the file is read anew, never held whole; may throw BrokenTable. */
export type Table = Readonly<{
  format: "csv" | "xlsx"
  encoding: string
  /** False when nothing but the letters say which it is. */
  isEncodingCertain: boolean
  /** Encodings in which the file reads about as well: a person must say which it is. */
  encodings: readonly EncodingChoice[]
  delimiter: string
  /** The line of the column names. */
  headerRow: number
  headers: readonly string[]
  /** The sheets of a workbook; empty for text. */
  sheets: readonly SheetPreview[]
  /** The name of the one that is read. */
  sheet: string | undefined
  rows: AsyncIterable<TableRow>
  /** The first rows: enough for a column to show how it writes its dates. */
  sample: readonly TableRow[]
}>

/** An encoding that the bytes of a text may be in, and what its doubtful lines say in it. */
export type EncodingChoice = Readonly<{ name: string; lines: readonly Readonly<{ line: number; text: string }>[] }>

/** One sheet of a workbook, so that a person can tell which is meant. */
export type SheetPreview = Readonly<{
  name: string
  /** Rows below the column names; below the first row where there are none. Undefined where the sheet does not say. */
  rows: number | undefined
  columns: number
  /** Its column names, or its first row. */
  first: readonly string[]
  /** Nobody sees it in the workbook. */
  isHidden?: true
}>

/** A file whose rows can be read, before its column names are found. */
export type Opened = Pick<
  Table,
  "format" | "encoding" | "isEncodingCertain" | "encodings" | "delimiter" | "sheets" | "sheet"
> &
  Readonly<{
    /** All rows anew; at most as far as that many empty lines follow one another. */
    records: (mostBlank?: number) => AsyncIterable<TableRow>
  }>

export type TableRefusal = Refusal<
  Extract<
    ReasonCode,
    | "empty-file"
    | "not-a-spreadsheet"
    | "old-workbook"
    | "locked-workbook"
    | "broken-workbook"
    | "too-many-broken-rows"
    | "workbook-too-large"
    | "no-such-sheet"
    | "no-sheets"
    | "unknown-encoding"
    | "too-many-columns"
    | "no-header-row"
  >
>

type Broken = Extract<ReasonCode, "broken-workbook" | "too-many-broken-rows">

/** Thrown while rows are read when a table turns out to be damaged below its first rows. */
export class BrokenTable extends Error {
  readonly reason: Broken
  constructor(message: string, { reason = "broken-workbook", ...options }: ErrorOptions & { reason?: Broken } = {}) {
    super(message, options)
    this.reason = reason
  }
}

/** What protects the server: no real table comes near these. */
export const limits = {
  columns: 1_000,
  rowCharacters: 1_000_000,
  /** A spreadsheet's longest cell has 32,767. */
  cellCharacters: 100_000,
  /** Rows of a text whose quotation marks do not close, before the whole file is given up. */
  brokenRows: 1_000,
  /** What is held at once of rows that are looked at before anything is decided. */
  sampleCharacters: 20_000_000,
  /** Empty lines one after another, behind which no more rows are looked for among the first. */
  sampleBlank: 50_000,
  /** Of what stands behind a sheet's rows, held to find a tag that is cut in two. */
  mergeCharacters: 500,
  headRows: 50,
  sampleRows: 5_000,
  /** Sheets of a workbook that are looked into before one is proposed. */
  sheets: 100,
  zipEntries: 10_000,
  sheetBytes: 4_000_000_000,
  sharedStringBytes: 400_000_000,
  partBytes: 20_000_000,
  /** Unpacked size against packed size, for parts above `partBytes`: real sheets stay below 60. */
  packingRatio: 250,
} as const
