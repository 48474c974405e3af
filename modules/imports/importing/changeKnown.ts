import type { Id } from "#core/ids"
import { changedColumns, type RowChange, type SomeOfRow } from "#core/importable/again"
import type { ImportTable } from "#platform/importable"
import type { WorkspaceTx } from "#platform/tx"
import { importCorrected } from "../events.ts"
import { changeRows, keepChanges, type Stored, type Waiting } from "../store.ts"
import type { Pair } from "./settleMet.ts"

export type Write = (table: ImportTable, rows: readonly Waiting[]) => Promise<unknown>
/** What of a row that is here is to be as the file says. */
export type Chosen = Pair & Readonly<{ set: SomeOfRow }>

/** So many events to a statement: each has some twenty parameters. */
const perHook = 500

/** Sets what was chosen; what was, is kept for an undo. */
export const edit = async (
  tx: WorkspaceTx,
  importId: Id,
  table: ImportTable,
  chosen: readonly Chosen[],
): Promise<void> => {
  const changes = chosen.map(({ stored, set }) => {
    const columns = Object.keys(set)
    const before = Object.fromEntries(columns.map((column) => [column, stored.values[column] ?? null]))
    return { id: stored.id, before, after: set, whole: stored.values }
  })
  const columns = [...new Set(changes.flatMap(({ after }) => Object.keys(after)))]
  const rows = changes.map(({ id, after, whole: values }) => ({ id, values: { ...values, ...after } }))
  await setColumns(tx, table, columns, rows)
  await keepChanges(tx, importId, table, changes)
  await tellChanged(tx, importId, table, changes)
}

/** Sets columns of rows, with those that are reckoned from them. */
export const setColumns = async (
  tx: WorkspaceTx,
  table: ImportTable,
  columns: readonly string[],
  rows: readonly Stored[],
): Promise<void> => {
  const reckon = rows.length > 0 ? await table.reckoned?.(tx) : undefined
  if (!reckon) return changeRows(tx, table, columns, rows)
  const whole = rows.map(({ id, values }) => ({ id, values: { ...values, ...reckon(values) } }))
  const reckoned = Object.keys(reckon(rows[0]?.values ?? {}))
  await changeRows(tx, table, [...new Set([...columns, ...reckoned])], whole)
}

/** Tells the module whose rows they are, each as a whole; where it has no words for it, the ledger says which columns. */
export const tellChanged = async (
  tx: WorkspaceTx,
  importId: Id,
  table: ImportTable,
  changes: readonly (RowChange & Readonly<{ whole: SomeOfRow }>)[],
): Promise<void> => {
  const all = changes.map(({ id, before, after, whole: values }) => ({
    id,
    before: { ...values, ...before },
    after: { ...values, ...after },
  }))
  for (let from = 0; from < all.length; from += perHook) {
    const some = all.slice(from, from + perHook)
    if (table.changed) await table.changed(tx, some)
    else
      await tx.recordBatch(
        importCorrected,
        some.map((each) => correctedEvent(importId, table, each)),
      )
  }
}

const correctedEvent = (importId: Id, { name, about }: ImportTable, change: RowChange) => ({
  ...{ subjectId: importId, source: "import" },
  ...(about && { partnershipId: String(change.after[about]) }),
  payload: { table: name, row: change.id, fields: [...changedColumns(change, ["id", "external_id"])] },
})

/** Retracts the facts and records them anew: what the file does not say of them is as it was. */
export const replace = async (
  tx: WorkspaceTx,
  importId: Id,
  table: ImportTable,
  chosen: readonly Chosen[],
  write: Write,
): Promise<void> => {
  const values = { retracted_at: tx.now }
  await changeRows(
    tx,
    table,
    ["retracted_at"],
    chosen.map(({ stored: { id } }) => ({ id, values })),
  )
  const changes = chosen.map(({ stored: { id } }) => ({ id, before: { retracted_at: null }, after: values }))
  await keepChanges(tx, importId, table, changes)
  await tellChanged(
    tx,
    importId,
    table,
    chosen.map(({ stored: { id, values: before }, set }) => ({
      ...{ id, before, whole: before },
      after: { ...before, ...set },
    })),
  )
  await write(
    table,
    chosen.map(({ waiting, stored, set }) => ({
      ...waiting,
      row: { ...stored.values, ...set, id: waiting.row["id"] },
    })),
  )
}
