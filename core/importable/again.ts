export type BulkValue = string | number | boolean | readonly string[] | undefined | null
export type BulkRow<Column extends string = string> = Readonly<Record<Column, BulkValue>>

/** Some columns of a row. */
export type SomeOfRow = Readonly<Record<string, BulkValue>>

/** A field of a file as the rows of a table hold it: what a later file may say anew of a row that is here already. */
export type Correctable<Column extends string = string> = Readonly<{
  /** The key of the field. */
  field: string
  /** The columns that hold it: it differs when one of them does. */
  columns: readonly Column[]
  /** The same in other words: no difference. */
  isSame?(stored: SomeOfRow, row: SomeOfRow): boolean
  /** An empty cell may empty it, when somebody asks for that. */
  mayBeEmpty?: true
  /** What is empty is filled without asking: it says by what else the row is known. */
  isLearned?: true
  /** What the row holds there stands for nothing. */
  isUnknown?(stored: SomeOfRow): boolean
  /** Whether it may be changed to what the file says; where not, it stays and is told. */
  may?(stored: SomeOfRow, row: SomeOfRow): boolean
  /** Columns that follow from it. */
  along?(stored: SomeOfRow, row: SomeOfRow): SomeOfRow
  /** How people read it; by default its columns as they are. */
  shows?(row: SomeOfRow): string
}>

/** What becomes of a row of a file that is here already. */
export type Again<Column extends string = string> = Readonly<{
  /** The column that people know a row by. */
  called: Column
  corrects: readonly Correctable<Column>[]
  /**
   * Columns by which a row without an id of the other system is told to be one that is here already; the first two are asked the database
   * by. What it holds in others may differ, and is then asked about.
   */
  sameBy?: readonly Column[]
  /** Of rows that agree in these columns those count, together, that one and the same file has brought, the latest that did. */
  together?: readonly Column[]
  /** Whether a row as it would be can be; where not, it stays as it is. */
  isSound?(row: SomeOfRow): boolean
  /** A fact that differs is retracted and recorded anew, so that an earlier day is still shown as it was known. */
  isReplaced?: true
}>

/** A row as it was and as it is, once it was changed. */
export type RowChange = Readonly<{ id: string; before: SomeOfRow; after: SomeOfRow }>

/** Some columns of a row as events carry them: by the names that records have. */
export const asRecord = (row: SomeOfRow, columns: readonly string[]): Record<string, BulkValue> =>
  Object.fromEntries(
    columns.map((column) => [
      column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      row[column] ?? null,
    ]),
  )

/** The columns in which a row was changed, but for these. */
export const changedColumns = ({ before, after }: RowChange, besides: readonly string[] = []): readonly string[] =>
  Object.keys(after).filter(
    (column) =>
      !besides.includes(column) && JSON.stringify(before[column] ?? null) !== JSON.stringify(after[column] ?? null),
  )

/** Columns that an event says were changed: always the same; by how the row was and is, `before` and `after`; or by their names, `fields`. */
export type EditedBy = readonly string[] | "compared" | "fields"
export type Edits = Readonly<Record<string, EditedBy>>

/** A table as rows are compared by it: columns with their types, and what may be corrected. */
export type ComparedTable = Readonly<{ columns: Readonly<Record<string, string>>; again?: Again }>
