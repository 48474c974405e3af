import type { WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import type { Tx } from "#platform/tx"
import { type BulkTable, bulkTables } from "./bulkTables.ts"

export type BulkValue = string | number | boolean | readonly string[] | undefined | null
type TableName = keyof typeof bulkTables
export type BulkRow<T extends TableName> = Readonly<{
  [column in keyof (typeof bulkTables)[T]["columns"]]: BulkValue
}>

/** Rows on their way into the database, many to a statement. `written` counts what was new. */
export type Bulk = Readonly<{
  add<T extends TableName>(table: T, row: BulkRow<T>): void
  /** Rows waiting. */
  waiting(): number
  /** Takes what waits and writes it; rows added meanwhile wait for the next call. */
  write(): Promise<void>
  added: Readonly<Record<TableName, number>>
  written: Readonly<Record<TableName, number>>
}>

/**
 * Collects rows per table as array literals and writes each table by one `insert ... select from unnest(...)`. Under row-level
 * security COPY into the table is refused, and COPY into a temporary table followed by a select costs the server the same
 * as this (docs/importing.md), with a table to make and to empty besides.
 */
export const openBulk = ({ actor, client, now }: Tx<WorkspaceActor>, importId: Id): Bulk => {
  const names = Object.keys(bulkTables) as TableName[]
  const pending = new Map<TableName, Pending>()
  const zero = () => Object.fromEntries(names.map((name) => [name, 0])) as Record<TableName, number>
  const added = zero()
  const written = zero()
  return {
    added,
    written,
    add: (name, row) => {
      const waiting = pending.get(name) ?? emptyOf(bulkTables[name])
      pending.set(name, waiting)
      waiting.rows++
      added[name]++
      for (const { name: column, elements } of waiting.columns) {
        const value = row[column as keyof typeof row]
        elements.push(elementOf(value))
        if (column === waiting.knownBy && value !== undefined) waiting.mayBeKnown = true
      }
    },
    waiting: () => [...pending.values()].reduce((sum, { rows }) => sum + rows, 0),
    write: async () => {
      const taken = names.flatMap((name) => {
        const found = pending.get(name)
        return found ? [{ name, ...found }] : []
      })
      pending.clear()
      for (const { name, columns, mayBeKnown } of taken) {
        const arrays = columns.map(({ elements }) => `{${elements.join(",")}}`)
        const statement = statements[name][mayBeKnown ? "unlessKnown" : "always"]
        const result = await client.query({ ...statement, values: [actor.workspaceId, importId, now, ...arrays] })
        written[name] += result.rowCount ?? 0
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

const emptyOf = ({ columns, knownBy }: BulkTable): Pending => ({
  rows: 0,
  columns: Object.keys(columns).map((name) => ({ name, elements: [] })),
  knownBy,
  mayBeKnown: false,
})

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
 * whole; they are written by partnership, next to each other in its index. Where ids may repeat, the first in the file wins.
 */
const statementsOf = (name: string, { columns, now, source }: BulkTable) => {
  const entries = Object.entries(columns)
  const isArray = (type: string) => type.endsWith("[]")
  const stamps = [...now.map((column) => [column, "$3::timestamptz"]), ...(source ? [["source", "'import'"]] : [])]
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
  const order = "partnership_id" in columns ? "order by s.partnership_id" : ""
  return {
    always: { name: `bulk_${name}`, text: `${text} ${order}` },
    unlessKnown: { name: `bulk_${name}_unless_known`, text: `${text} on conflict do nothing` },
  }
}

const statements = Object.fromEntries(
  Object.entries(bulkTables).map(([name, table]) => [name, statementsOf(name, table)]),
) as Record<TableName, ReturnType<typeof statementsOf>>

/** For a dry run: counts what would be written. */
export const countingBulk = (): Bulk => {
  const names = Object.keys(bulkTables) as TableName[]
  const added = Object.fromEntries(names.map((name) => [name, 0])) as Record<TableName, number>
  return {
    added,
    written: added,
    add: (name) => {
      added[name]++
    },
    waiting: () => 0,
    write: async () => {},
  }
}
