import { CompiledQuery } from "kysely"
import { LRUCache } from "lru-cache"
import type { WorkspaceTx } from "./tx.ts"

/** Rows of one tenant table, all of the transaction's workspace. */
export type RowsToWrite = Readonly<{
  into: string
  /** Columns that hold the same in every row. */
  same?: Readonly<Record<string, unknown>>
  /** The other columns, and their values row by row in this order; what is undefined is null. */
  columns: readonly string[]
  rows: readonly (readonly unknown[])[]
  /** `on conflict (workspace_id, ...) do ...` */
  onConflict?: string
}>

/**
 * Writes many rows and answers how many were written: the one way for more rows than one statement should hold. As VALUES and not as
 * `insert ... select`, which Citus makes into COPY, and COPY is refused under row-level security (docs/decisions/0023). Rows go by
 * hundreds, and the rest by powers of two, so that a table has a handful of statements, each parsed once; all are sent before the
 * first is answered, and run in the order of the rows.
 */
export const writeRows = async ({ db, actor }: WorkspaceTx, toWrite: RowsToWrite): Promise<number> => {
  const { same = {}, columns, rows } = toWrite
  const shared = [actor.workspaceId, ...Object.values(same)]
  const most = Math.min(mostRows, largestPowerOfTwo(Math.floor((mostParameters - shared.length) / columns.length)))
  const sent: Promise<{ numAffectedRows?: bigint }>[] = []
  for (let at = 0; at < rows.length; ) {
    const count = Math.min(most, largestPowerOfTwo(rows.length - at))
    const values = [...shared]
    for (const row of rows.slice(at, at + count)) for (const value of row) values.push(value ?? null)
    sent.push(db.executeQuery(CompiledQuery.raw(statementFor(toWrite, count), values)))
    at += count
  }
  let written = 0n
  for (const { numAffectedRows = 0n } of await Promise.all(sent)) written += numAffectedRows
  return Number(written)
}

/** Measured: fewer cost the server more per row, and more save nothing (docs/importing.md). */
const mostRows = 256

/** The protocol counts a statement's parameters in sixteen bits. */
const mostParameters = 65_535

const largestPowerOfTwo = (atMost: number): number => 2 ** Math.floor(Math.log2(atMost))

/** A text of ten thousand signs, made once: the same string is also found faster among the statements that have a name. */
const texts = new LRUCache<string, string>({ max: 500 })

const statementFor = ({ into, same = {}, columns, onConflict = "" }: RowsToWrite, count: number): string => {
  const shared = ["workspace_id", ...Object.keys(same)]
  const all = [...shared, ...columns].join(", ")
  const key = `${into} (${all}) ${count} ${onConflict}`
  const known = texts.get(key)
  if (known !== undefined) return known
  const sharedMarks = shared.map((_, at) => `$${at + 1}`).join(", ")
  const rowMarks = (row: number) =>
    columns.map((_, at) => `$${shared.length + row * columns.length + at + 1}`).join(", ")
  const rows = Array.from({ length: count }, (_, row) => `(${sharedMarks}, ${rowMarks(row)})`)
  const text = `insert into ${into} (${all}) values ${rows.join(", ")} ${onConflict}`.trimEnd()
  texts.set(key, text)
  return text
}
