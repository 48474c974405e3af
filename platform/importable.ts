import type { Id } from "#core/ids"
import type { Again, BulkRow, Edits, RowChange, SomeOfRow } from "#core/importable/again"
import type { Fact } from "#core/importable/fact"
import type { FieldTable, FileKind } from "#core/importable/field"
import type { RemarkKind, Remarks } from "#core/importable/remark"
import type { ImportRow } from "#core/importable/row"
import type { Refusal } from "#core/refusal"
import type { PlainDate } from "#core/time"
import type { WorkspaceTx } from "./tx.ts"

/**
 * What a module lets a file bring. Rows are read, checked and mapped elsewhere; the module says which fields there are, and
 * turns a checked row into rows of its tables.
 */
export type Importable = Readonly<{
  /** Kinds of files, in the order in which one brings a workspace to life. */
  kinds: readonly ImportKind[]
  /** What it adds to the files of a lower module. */
  additions: readonly ImportAddition[]
  /** Its tables that imports write, in the order in which they refer to each other. */
  tables: readonly ImportTable[]
  /** What refers to things that imports bring, its own and those of lower modules, and so keeps them when an import is undone. */
  holds: readonly ImportHold[]
  /** Its reasons why a row is not taken, by code, in plain English; words in double braces are parameters. */
  reasons: Readonly<Record<string, string>>
  /** What its recorders tell of a file before it is written, by code. */
  remarks: Readonly<Record<string, RemarkKind>>
}>

/** One kind of file, and how its rows are recorded. */
export type ImportKind = FileKind & Readonly<{ open(context: ImportContext): Recorder | Promise<Recorder> }>

/** Turns checked rows of one kind into rows of tables. */
export type Recorder = (row: ImportRow) => RowOutcome

/** What became of a checked row; with the id of what was made or is here, where other modules add to such rows. */
export type RowOutcome =
  | "recorded"
  | "known"
  | "skipped"
  | Readonly<{ recorded: Id }>
  | Readonly<{ known: Id }>
  | RowError

/** A checked row that cannot be recorded here and now: which field stands in the way, and why. */
export type RowError = Readonly<{
  field: string
  reason: string
  params?: Readonly<Record<string, unknown>> | undefined
}>

/** Fields of a higher module in files of a lower one's kind, and what it makes of them once a row was recorded. */
export type ImportAddition = FieldTable &
  Readonly<{
    kind: string
    example: Readonly<Record<string, string>>
    open(context: ImportContext): Addition | Promise<Addition>
  }>
export type Addition = (row: ImportRow, recorded: Id, isKnown: boolean) => void

/** What every recorder works with. */
export type ImportContext = Readonly<{
  tx: WorkspaceTx
  /** What the person who imports decided, by whom it concerns. */
  options: Readonly<Record<string, unknown>>
  today: PlainDate
  /** The currency of amounts that name none. */
  currency: string
  /** What is told before anything is written, and what was chosen about it. */
  remarks: Remarks
  newId(): Id
  /** Puts a row among those that are written next. */
  add<Column extends string>(table: ImportTable<Column>, row: BulkRow<Column>): void
  /** Says that a row is one that is here already: what differs is told, and changed where somebody chose so. */
  again<Column extends string>(table: ImportTable<Column>, id: Id, row: BulkRow<Column>): void
  /** Says what a row is a fact about, so that the file can say what it covers. A day to come is told, covers nothing and counts for nothing. */
  covers(fact: Fact): void
  /** What several recorders of one run work with: opened by the first that asks. */
  shared<T>(open: (context: ImportContext) => Promise<T>): Promise<T>
}>

export type { BulkRow } from "#core/importable/again"

/** What an import may write into one table, and how it is taken back. `workspace_id` and `import_id` are always written. */
export type ImportTable<Column extends string = string> = Readonly<{
  name: string
  /** Columns and their types. */
  columns: Readonly<Record<Column, string>>
  /** Columns that hold the moment of the import. */
  now: readonly string[]
  /** The table says where a row came from. */
  hasSource?: boolean
  /** Every change of a row is counted in its column "version". */
  isVersioned?: boolean
  /** The column with the id of the other system: a row that is known by it is not recorded again. */
  knownBy?: NoInfer<Column>
  /** What of a row that is here already a later file may say anew. */
  again?: Again<NoInfer<Column>>
  /** Events by which people change such a row, and the columns that each changes: what they made is theirs, and stays when an import is undone. */
  edits?: Edits
  /** Columns that are reckoned from others, when some of a row are changed. */
  reckoned?(tx: WorkspaceTx): Promise<(row: SomeOfRow) => SomeOfRow>
  /** What follows from a later file, or an undo, having changed rows: acts in the ledger, and what hangs on them. */
  changed?(tx: WorkspaceTx, changes: readonly RowChange[]): Promise<void>
  /** The column with the id of what a row says something about: rows are written in its order, and what is written of or taken from it is told. */
  about?: NoInfer<Column>
  /** A fact is retracted, so that an earlier day is still shown as it was known; a thing is deleted, unless something holds it. */
  undo: "retract" | "delete"
  /** What follows when rows were written or taken back, in the same transaction. */
  afterwards?(tx: WorkspaceTx): Promise<void>
}>

/** Declares a table; keeps the names of its columns. */
export const importTable = <Column extends string>(table: ImportTable<Column>): ImportTable<Column> => table

/** A row of `table` stays while a row of `from` names it in the column `by`. */
export type ImportHold = Readonly<{
  table: string
  from: string
  by: string
  /** Of which such rows (`r`) this is true. */
  where?: string
  /** Rows of `from` are made from what they name and go with it: they hold nothing. */
  goesWith?: true
}>

export const rowErrorOf = (field: string, { refusal, detail }: Refusal): RowError => ({
  field,
  reason: refusal,
  params: detail,
})

export const isRowError = (value: unknown): value is RowError =>
  typeof value === "object" && value !== null && "reason" in value
