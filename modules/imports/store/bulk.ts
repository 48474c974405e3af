import type { Id } from "#core/ids"
import type { BulkRow, ImportTable } from "#platform/importable"
import { writeRows } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"

type Counts = Readonly<Record<string, number>>

/** Rows on their way into the database, many to a statement. `written` counts what was new. */
export type Bulk = Readonly<{
  add<Column extends string>(table: ImportTable<Column>, row: BulkRow<Column>): void
  /** Rows waiting. */
  waiting(): number
  /** Takes what waits and writes it; rows added meanwhile wait for the next call. */
  write(): Promise<void>
  added: Counts
  written: Counts
  /** What the rows say something about. */
  touched: ReadonlySet<Id>
}>

/** Collects rows per table and writes each table's together, by `writeRows` (decision 0012). */
export const openBulk = (tx: WorkspaceTx, importId: Id, tables: readonly ImportTable[]): Bulk => {
  const pending = new Map<string, Pending>()
  const added = zeroOf(tables)
  const written = zeroOf(tables)
  const touched = new Set<Id>()
  return {
    added,
    written,
    touched,
    add: (table, row: BulkRow) => {
      const waiting = pending.get(table.name) ?? { rows: [], mayBeKnown: false }
      pending.set(table.name, waiting)
      waiting.rows.push(row)
      count(added, table)
      if (table.knownBy !== undefined && row[table.knownBy] !== undefined) waiting.mayBeKnown = true
      if (table.about !== undefined) touched.add(row[table.about] as Id)
    },
    waiting: () => [...pending.values()].reduce((sum, { rows }) => sum + rows.length, 0),
    write: async () => {
      const taken = tables.flatMap((table) => {
        const found = pending.get(table.name)
        return found ? [{ table, ...found }] : []
      })
      pending.clear()
      for (const { table, rows, mayBeKnown } of taken) {
        const columns = Object.keys(table.columns)
        const made = await writeRows(tx, {
          into: table.name,
          same: {
            import_id: importId,
            ...Object.fromEntries(table.now.map((column) => [column, tx.now])),
            ...(table.hasSource ? { source: "import" } : {}),
          },
          columns,
          rows: inOrder(table, rows, mayBeKnown).map((row) => columns.map((column) => row[column])),
          ...(mayBeKnown && { onConflict: "on conflict do nothing" }),
        })
        written[table.name] = (written[table.name] ?? 0) + made
      }
    },
  }
}

/** Rows of one table that wait; `mayBeKnown` when one of them carries an id of the other system. */
type Pending = { rows: BulkRow[]; mayBeKnown: boolean }

/**
 * Rows without an id of the other system cannot be known, and `on conflict` costs a sixth of the whole: they are written without
 * it, by what they are about, next to each other in its index. Where ids may repeat, the first in the file wins.
 */
const inOrder = ({ about }: ImportTable, rows: readonly BulkRow[], mayBeKnown: boolean): readonly BulkRow[] =>
  about === undefined || mayBeKnown ? rows : rows.toSorted((a, b) => (String(a[about]) < String(b[about]) ? -1 : 1))

const zeroOf = (tables: readonly ImportTable[]): Record<string, number> =>
  Object.fromEntries(tables.map(({ name }) => [name, 0]))

/** A row of a table that no module contributed would be lost without a word. */
const count = (added: Record<string, number>, { name }: Pick<ImportTable, "name">): void => {
  const before = added[name]
  if (before === undefined) throw new TypeError(`no module contributes the table ${name} to what can be imported`)
  added[name] = before + 1
}

/** For a dry run: counts what would be written. */
export const countingBulk = (tables: readonly ImportTable[]): Bulk => {
  const added = zeroOf(tables)
  return {
    added,
    written: added,
    touched: new Set(),
    add: (table) => count(added, table),
    waiting: () => 0,
    write: async () => {},
  }
}
