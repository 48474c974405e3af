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
      for (const column of waiting.columns) column.literal += literalOf(row[column.name as keyof typeof row])
    },
    waiting: () => [...pending.values()].reduce((sum, { rows }) => sum + rows, 0),
    write: async () => {
      const taken = names.flatMap((name) => {
        const found = pending.get(name)
        return found ? [{ name, ...found }] : []
      })
      pending.clear()
      for (const { name, columns } of taken) {
        const values = [actor.workspaceId, importId, now, ...columns.map(({ literal }) => `{${literal.slice(1)}}`)]
        const result = await client.query({ name: `bulk_${name}`, text: statements[name], values })
        written[name] += result.rowCount ?? 0
      }
    },
  }
}

type Pending = { rows: number; columns: { name: string; literal: string }[] }

const emptyOf = (table: BulkTable): Pending => ({
  rows: 0,
  columns: Object.keys(table.columns).map((name) => ({ name, literal: "" })),
})

const special = /["\\]/
const quoted = (text: string): string => (special.test(text) ? `"${text.replace(/["\\]/g, "\\$&")}"` : `"${text}"`)

/** One more element of an array literal, with the comma before it. */
const literalOf = (value: BulkValue): string => {
  if (value === undefined || value === null) return ",NULL"
  if (typeof value === "string") return `,${quoted(value)}`
  if (typeof value === "object") return `,${quoted(`{${value.map(quoted).join(",")}}`)}`
  return `,${value}`
}

const statementOf = (name: string, { columns, now, source, ignoresKnown }: BulkTable): string => {
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
  return `insert into ${name} (${into.join(", ")}) select ${from.join(", ")}
    from unnest(${arrays.join(", ")}) as s(${entries.map(([column]) => column).join(", ")})
    ${ignoresKnown ? "on conflict do nothing" : ""}`
}

const statements = Object.fromEntries(
  Object.entries(bulkTables).map(([name, table]) => [name, statementOf(name, table)]),
) as Record<TableName, string>

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
