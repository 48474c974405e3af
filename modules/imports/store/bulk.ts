import type { Id } from "#core/ids"
import type { BulkRow, BulkValue, ImportTable } from "#platform/importable"
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

/**
 * Collects rows per table as array literals and writes each table by one `insert ... select from unnest(...)`. Under row-level
 * security COPY into the table is refused, and COPY into a temporary table followed by a select costs the server the same
 * as this (docs/importing.md), with a table to make and to empty besides.
 */
export const openBulk = ({ actor, client, now }: WorkspaceTx, importId: Id, tables: readonly ImportTable[]): Bulk => {
  const all = tables.map((table) => ({ table, statements: statementsOf(table) }))
  const pending = new Map<string, Pending>()
  const added = zeroOf(tables)
  const written = zeroOf(tables)
  const touched = new Set<Id>()
  return {
    added,
    written,
    touched,
    add: (table, row: BulkRow) => {
      const waiting = pending.get(table.name) ?? emptyOf(table)
      pending.set(table.name, waiting)
      waiting.rows++
      count(added, table)
      for (const { name, elements } of waiting.columns) {
        const value = row[name]
        elements.push(elementOf(value))
        if (name === waiting.knownBy && value !== undefined) waiting.mayBeKnown = true
      }
      if (table.about !== undefined) touched.add(row[table.about] as Id)
    },
    waiting: () => [...pending.values()].reduce((sum, { rows }) => sum + rows, 0),
    write: async () => {
      const taken = all.flatMap(({ table, statements }) => {
        const found = pending.get(table.name)
        return found ? [{ name: table.name, statements, ...found }] : []
      })
      pending.clear()
      for (const { name, statements, columns, mayBeKnown } of taken) {
        const arrays = columns.map(({ elements }) => `{${elements.join(",")}}`)
        const statement = statements[mayBeKnown ? "unlessKnown" : "always"]
        const result = await client.query({ ...statement, values: [actor.workspaceId, importId, now, ...arrays] })
        written[name] = (written[name] ?? 0) + (result.rowCount ?? 0)
      }
    },
  }
}

type Pending = {
  rows: number
  columns: readonly { name: string; elements: string[] }[]
  knownBy: string | undefined
  mayBeKnown: boolean
}

const emptyOf = ({ columns, knownBy }: ImportTable): Pending => ({
  rows: 0,
  columns: Object.keys(columns).map((name) => ({ name, elements: [] })),
  knownBy,
  mayBeKnown: false,
})

const zeroOf = (tables: readonly ImportTable[]): Record<string, number> =>
  Object.fromEntries(tables.map(({ name }) => [name, 0]))

/** A row of a table that no module contributed would be lost without a word. */
const count = (added: Record<string, number>, { name }: Pick<ImportTable, "name">): void => {
  const before = added[name]
  if (before === undefined) throw new TypeError(`no module contributes the table ${name} to what can be imported`)
  added[name] = before + 1
}

const special = /["\\]/
const quoted = (text: string): string => (special.test(text) ? `"${text.replace(/["\\]/g, "\\$&")}"` : `"${text}"`)

/** One element of an array literal. */
const elementOf = (value: BulkValue): string => {
  if (value === undefined || value === null) return "NULL"
  if (typeof value === "string") return quoted(value)
  if (typeof value === "object") return quoted(`{${value.map(quoted).join(",")}}`)
  return String(value)
}

/**
 * Two statements per table. Rows without an id of the other system cannot be known, and `on conflict` costs a sixth of the
 * whole; they are written by what they are about, next to each other in its index. Where ids may repeat, the first in the
 * file wins.
 */
const statementsOf = ({ name, columns, now, hasSource, about }: ImportTable) => {
  const entries = Object.entries(columns)
  const isArray = (type: string) => type.endsWith("[]")
  const stamps = [...now.map((column) => [column, "$3::timestamptz"]), ...(hasSource ? [["source", "'import'"]] : [])]
  const into = ["workspace_id", "import_id", ...stamps.map(([column]) => column), ...entries.map(([column]) => column)]
  const from = [
    "$1::uuid",
    "$2::uuid",
    ...stamps.map(([, value]) => value),
    ...entries.map(([column, type]) => (isArray(type) ? `s.${column}::${type}` : `s.${column}`)),
  ]
  const arrays = entries.map(([, type], at) => `$${at + 4}::${isArray(type) ? "text" : type}[]`)
  const text = `insert into ${name} (${into.join(", ")}) select ${from.join(", ")}
    from unnest(${arrays.join(", ")}) as s(${entries.map(([column]) => column).join(", ")})`
  const order = about === undefined ? "" : `order by s.${about}`
  return {
    always: { name: `bulk_${name}`, text: `${text} ${order}` },
    unlessKnown: { name: `bulk_${name}_unless_known`, text: `${text} on conflict do nothing` },
  }
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
