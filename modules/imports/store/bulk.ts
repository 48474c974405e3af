import type { Id } from "#core/ids"
import type { ImportRow } from "#core/importable/row"
import type { BulkRow, ImportTable } from "#platform/importable"
import { writeRows } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import { storedCapitals, storedWritings } from "./storedWritings.ts"

type Counts = Readonly<Record<string, number>>

/** A row on its way: its line and the fields that it says; with an id where its recorder knows which row that is here it means. */
export type Waiting = Readonly<{
  row: BulkRow
  line: number
  said: ImportRow
  isTwice?: boolean
  id?: Id
  ofNew?: readonly TellLater[]
}>

/** Tells something of a row, once it is known to be new. */
export type TellLater = () => void

type Write = (table: ImportTable, rows: readonly Waiting[]) => Promise<number>

/** What becomes of rows that are here already. */
export type KnownRows = Readonly<{
  /** Rows that were changed, by table. */
  changed: Counts
  /** Of rows without an id of the other system those that are to be recorded. */
  sift(table: ImportTable, waiting: readonly Waiting[], write: Write): Promise<readonly Waiting[]>
  /** Which of these are here already, by that column; what differs is told, and changed where somebody chose so. */
  look(table: ImportTable, by: string, waiting: readonly Waiting[], write: Write): Promise<ReadonlySet<Waiting>>
  /** Whether an id means one that is recorded in other capitals, as somebody says. */
  isSameId(waiting: Waiting, id: string, stored: string): boolean
  /** Tells what is told of new rows only. */
  areNew(waiting: readonly Waiting[]): void
}>

/** Rows on their way into the database, many to a statement. `written` counts what was new. */
export type Bulk = Readonly<{
  add(table: ImportTable, waits: Waiting): void
  /** A row that is here already, with what the file says of it. */
  again(table: ImportTable, waits: Waiting): void
  /** Rows waiting. */
  waiting(): number
  /** Takes what waits and writes it; rows added meanwhile wait for the next call. */
  write(): Promise<void>
  added: Counts
  written: Counts
  changed: Counts
  /** What the rows say something about. */
  touched: ReadonlySet<Id>
}>

/** Collects rows per table and writes each table's together, by `writeRows` (decision 0012); a check only counts them. */
export const openBulk = (
  tx: WorkspaceTx,
  importId: Id,
  tables: readonly ImportTable[],
  known: KnownRows,
  isDry = false,
): Bulk => {
  const pending = new Map<string, Pending>()
  const added = zeroOf(tables)
  const written = zeroOf(tables)
  const touched = new Set<Id>()
  let held = 0
  const waitingOf = ({ name }: ImportTable): Pending => {
    held++
    const found = pending.get(name) ?? { fresh: [], identified: [], again: [] }
    pending.set(name, found)
    return found
  }
  const insert: Write = async (table, rows) => {
    if (isDry || rows.length === 0) return rows.length
    const columns = Object.keys(table.columns)
    const mayBeKnown = hasId(table, rows[0])
    return writeRows(tx, {
      into: table.name,
      same: {
        import_id: importId,
        ...Object.fromEntries(table.now.map((column) => [column, tx.now])),
        ...(table.hasSource ? { source: "import" } : {}),
      },
      columns,
      rows: inOrder(table, rows, mayBeKnown).map(({ row }) => columns.map((column) => row[column])),
      ...(mayBeKnown && { onConflict: "on conflict do nothing" }),
    })
  }
  /** Rows whose id is stored in other capitals mean those, where somebody says so. */
  const asMeant = async (table: ImportTable, by: string, rows: readonly Waiting[]): Promise<readonly Waiting[]> => {
    const idOf = ({ row }: Waiting) => String(row[by])
    const stored = await storedCapitals(tx, table, by, rows.map(idOf))
    if (stored.size === 0) return rows
    return rows.map((waiting) => {
      const id = stored.get(idOf(waiting))
      return id !== undefined && known.isSameId(waiting, idOf(waiting), id)
        ? { ...waiting, row: { ...waiting.row, [by]: id } }
        : waiting
    })
  }
  /** Rows with an id of the other system: those that the database does not take are here already, or stand in the file twice. */
  const writeIdentified = async (table: ImportTable, by: string, all: readonly Waiting[]): Promise<number> => {
    const rows = await asMeant(table, by, await asStored(tx, table, by, all))
    const once = rows.filter(({ isTwice }) => !isTwice)
    const made = isDry ? undefined : await insert(table, rows)
    const here = made === rows.length ? none : await known.look(table, by, once, insert)
    known.areNew(here.size === 0 ? once : once.filter((each) => !here.has(each)))
    return made ?? once.length - here.size
  }
  return {
    added,
    written,
    touched,
    changed: known.changed,
    add: (table, waits) => {
      count(added, table)
      if (table.about !== undefined) touched.add(waits.row[table.about] as Id)
      if (hasId(table, waits)) waitingOf(table).identified.push(waits)
      else if (!isDry || table.again?.sameBy) waitingOf(table).fresh.push(waits)
      else {
        written[table.name] = (written[table.name] ?? 0) + 1
        known.areNew([waits])
      }
    },
    again: (table, waits) => void waitingOf(table).again.push(waits),
    waiting: () => held,
    write: async () => {
      const taken = tables.flatMap((table) => {
        const found = pending.get(table.name)
        return found ? [{ table, ...found }] : []
      })
      pending.clear()
      held = 0
      for (const { table, fresh, identified, again } of taken) {
        const sifted = await known.sift(table, fresh, insert)
        const inserted = insert(table, sifted)
        // Told while the database writes.
        known.areNew(sifted)
        const made =
          (await inserted) + (identified.length > 0 ? await writeIdentified(table, table.knownBy ?? "", identified) : 0)
        if (again.length > 0) await known.look(table, "id", again, insert)
        written[table.name] = (written[table.name] ?? 0) + made
      }
    },
  }
}

/** Rows whose id is stored in another writing carry that one: so the database, and whoever compares, finds them. */
const asStored = async (
  tx: WorkspaceTx,
  table: ImportTable,
  by: string,
  rows: readonly Waiting[],
): Promise<readonly Waiting[]> => {
  const written = await storedWritings(
    tx,
    table,
    by,
    rows.map(({ row }) => String(row[by])),
  )
  if (written.size === 0) return rows
  return rows.map((waiting) => {
    const id = written.get(String(waiting.row[by]))
    return id === undefined ? waiting : { ...waiting, row: { ...waiting.row, [by]: id } }
  })
}

const none: ReadonlySet<Waiting> = new Set()

/** Rows of one table that wait: without an id of the other system, with one, and those that are known to be here. */
type Pending = { fresh: Waiting[]; identified: Waiting[]; again: Waiting[] }

/** Of a row that is not one of the file. */
export const nowhere: Omit<Waiting, "row"> = { line: 0, said: {} }

const hasId = ({ knownBy }: ImportTable, waiting: Pick<Waiting, "row"> | undefined): boolean =>
  knownBy !== undefined && (waiting?.row[knownBy] ?? undefined) !== undefined

/**
 * Rows without an id of the other system cannot be known, and `on conflict` costs a sixth of the whole: they are written without
 * it, by what they are about, next to each other in its index. Where ids may repeat, the first in the file wins.
 */
const inOrder = ({ about }: ImportTable, rows: readonly Waiting[], mayBeKnown: boolean): readonly Waiting[] =>
  about === undefined || mayBeKnown
    ? rows
    : rows.toSorted((a, b) => (String(a.row[about]) < String(b.row[about]) ? -1 : 1))

const zeroOf = (tables: readonly ImportTable[]): Record<string, number> =>
  Object.fromEntries(tables.map(({ name }) => [name, 0]))

/** A row of a table that no module contributed would be lost without a word. */
const count = (added: Record<string, number>, { name }: Pick<ImportTable, "name">): void => {
  const before = added[name]
  if (before === undefined) throw new TypeError(`no module contributes the table ${name} to what can be imported`)
  added[name] = before + 1
}

/** For looking at a file only: counts what would be written. */
export const countingBulk = (tables: readonly ImportTable[]): Bulk => {
  const added = zeroOf(tables)
  return {
    added,
    written: added,
    changed: {},
    touched: new Set(),
    add: (table) => count(added, table),
    again: () => {},
    waiting: () => 0,
    write: async () => {},
  }
}
