import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import type { RowChange, SomeOfRow } from "#core/importable/again"
import type { ImportTable } from "#platform/importable"
import type { Tx } from "#platform/tx"
import { catalogueOf } from "../catalogue.ts"
import { importUndone } from "../events.ts"
import { editedColumns, fieldsOf, takenBack } from "../rules.ts"
import {
  type ChangedSince,
  changesOf,
  editedSince,
  editsOf,
  lockRows,
  type Run,
  type Summary,
  saveRun,
  undoRows,
} from "../store.ts"
import { holdRights } from "./asker.ts"
import { setColumns, tellChanged } from "./changeKnown.ts"
import type { Server } from "./readRun.ts"

/** Things that people have changed since, and that an undo names one by one; all are counted. */
const mostNamed = 100

/** Takes back what an import brought and changed. What people have changed since stays, and is named. */
export const undo = async (server: Server, tx: Tx<System>, run: Run): Promise<void> => {
  const { tables, holds } = catalogueOf(server)
  const { removed, kept, touched } = await undoRows(tx, run.id, tables, holds)
  const restored: Record<string, number> = {}
  const since: ChangedSince[] = []
  const affected = new Set(touched)
  for (const table of tables) {
    since.push(...(await keptOf(tx, run.id, table)))
    const back = await restore(tx, run.id, table)
    since.push(...back.since)
    for (const id of back.about) affected.add(id)
    if (back.rows > 0) restored[table.name] = back.rows
  }
  await tx.markStale([...affected])
  tx.figuresChanged([...affected])
  for (const { name, afterwards } of tables)
    if (afterwards && (removed[name] ?? 0) + (restored[name] ?? 0) > 0) await afterwards(tx)
  await holdRights(tx, run)
  const summary: Summary = {
    ...{ ...run.summary, removed, kept },
    ...(Object.keys(restored).length > 0 && { restored }),
    ...(since.length > 0 && { changedSince: since.slice(0, mostNamed) }),
  }
  await saveRun(tx, run.id, { state: "undone", undoneAt: tx.now, summary })
  await tx.record(importUndone, {
    subjectId: run.id,
    source: "import",
    payload: { kind: run.kind, fileName: run.fileName, removed, kept },
  })
}

const nameOf = ({ again }: ImportTable, values: SomeOfRow): string => String(values[again?.called ?? "id"] ?? "")

/** Rows that the import brought and that stay because people have changed them. */
const keptOf = async (tx: Tx<System>, importId: Id, table: ImportTable): Promise<readonly ChangedSince[]> => {
  const { edits = {}, name } = table
  const rows = Object.keys(edits).length > 0 ? await editedSince(tx, table, importId) : []
  const found = await editsOf(
    tx,
    Object.keys(edits),
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, values }) => ({
    ...{ table: name, id, name: nameOf(table, values) },
    fields: fieldsOf(table, editedColumns(edits, found.get(id) ?? [])),
  }))
}

type Restored = Readonly<{ rows: number; since: readonly ChangedSince[]; about: ReadonlySet<Id> }>

/** Gives rows that the import changed what they held before, field by field, where nobody has changed it since; page by page. */
const restore = async (tx: Tx<System>, importId: Id, table: ImportTable): Promise<Restored> => {
  const since: ChangedSince[] = []
  const about = new Set<Id>()
  let rows = 0
  for await (const changes of changesOf(tx, importId, table)) {
    const back = await restorePage(tx, importId, table, changes)
    rows += back.given.length
    since.push(...back.since.slice(0, mostNamed - since.length))
    if (table.about) for (const { values } of back.given) about.add(String(values[table.about]))
  }
  return { rows, since, about }
}

const restorePage = async (tx: Tx<System>, importId: Id, table: ImportTable, changes: readonly RowChange[]) => {
  const current = await lockRows(
    tx,
    table,
    changes.map(({ id }) => id),
  )
  const back = changes.flatMap((change) => {
    const stored = current.get(change.id)
    return stored ? [{ stored, ...takenBack(table, change, stored.values) }] : []
  })
  const given = back.filter(({ set }) => Object.keys(set).length > 0)
  const columns = [...new Set(given.flatMap(({ set }) => Object.keys(set)))]
  const rows = given.map(({ stored: { id, values }, set }) => ({ id, values: { ...values, ...set } }))
  await setColumns(tx, table, columns, rows)
  await tellChanged(
    tx,
    importId,
    table,
    given.map(({ stored, set }) => ({
      id: stored.id,
      before: Object.fromEntries(Object.keys(set).map((column) => [column, stored.values[column] ?? null])),
      after: set,
      whole: stored.values,
    })),
  )
  const since = back.flatMap(({ stored: { id, values }, kept }): ChangedSince[] => {
    const fields = fieldsOf(table, kept)
    return fields.length > 0 ? [{ table: table.name, id, name: nameOf(table, values), fields }] : []
  })
  return { given: given.map(({ stored }) => stored), since }
}
