import type { Id } from "#core/ids"
import { sql } from "#platform/database"
import type { ImportHold, ImportTable } from "#platform/importable"
import type { WorkspaceTx } from "#platform/tx"
import { isEdited } from "./again.ts"

export type Undone = Readonly<{
  removed: Readonly<Record<string, number>>
  kept: Readonly<Record<string, number>>
  /** What lost rows that said something about it, and is still there. */
  touched: readonly Id[]
}>

/**
 * Takes back everything that one import brought, and says what had to stay. What refers to others goes before them: tables
 * come in the order in which they refer to each other.
 */
export const undoRows = async (
  tx: WorkspaceTx,
  importId: Id,
  tables: readonly ImportTable[],
  holds: readonly ImportHold[],
): Promise<Undone> => {
  const removed: Record<string, number> = {}
  const kept: Record<string, number> = {}
  const touched = new Set<Id>()
  for (const table of tables.toReversed()) {
    const gone =
      table.undo === "retract" ? await retract(tx, importId, table) : await remove(tx, importId, table, holds)
    count(removed, table.name, sum(gone))
    for (const { id } of gone)
      if (table.about === undefined) touched.delete(id)
      else touched.add(id)
    if (table.undo === "delete" || table.edits) count(kept, table.name, await countRows(tx, importId, table))
  }
  return { removed, kept, touched: [...touched] }
}

type Gone = readonly Readonly<{ id: Id; rows: number }>[]

/** Facts are taken back, never erased: a figure asked "as known on" an earlier day still shows them. */
const retract = async ({ db, actor, now }: WorkspaceTx, importId: Id, table: ImportTable): Promise<Gone> => {
  const { rows } = await sql<{ id: Id; rows: number }>`with gone as (
      update ${sql.raw(table.name)} t set retracted_at = ${now}
      where t.workspace_id = ${actor.workspaceId} and t.import_id = ${importId} and t.retracted_at is null
        and not ${isEdited(table)}
      returning t.${sql.raw(table.about ?? "id")} as id)
    select id, count(*) as rows from gone group by 1`.execute(db)
  return rows
}

/** Things go when nothing that stands refers to them any more, and nobody has worked on them since. */
const remove = async (
  { db, actor }: WorkspaceTx,
  importId: Id,
  table: ImportTable,
  holds: readonly ImportHold[],
): Promise<Gone> => {
  const { name, about } = table
  const isHeld = holds.filter((hold) => hold.table === name && !hold.goesWith).map(heldBy)
  const { rows } = await sql<{ id: Id; rows: number }>`with gone as (
      delete from ${sql.raw(name)} t
      where t.workspace_id = ${actor.workspaceId} and t.import_id = ${importId}
        and not (${sql.raw(isHeld.join(" or ") || "false")}) and not ${isEdited(table)}
      returning t.${sql.raw(about ?? "id")} as id)
    select id, count(*) as rows from gone group by 1`.execute(db)
  return rows
}

const heldBy = ({ from, by, where }: ImportHold): string =>
  `exists (select from ${from} r where r.workspace_id = t.workspace_id and r.${by} = t.id${where ? ` and ${where}` : ""})`

const countRows = async ({ db, actor }: WorkspaceTx, importId: Id, { name, undo }: ImportTable): Promise<number> => {
  const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.raw(name)}
    where workspace_id = ${actor.workspaceId} and import_id = ${importId}
      ${sql.raw(undo === "retract" ? "and retracted_at is null" : "")}`.execute(db)
  return rows[0]?.rows ?? 0
}

const sum = (rows: Gone): number => rows.reduce((total, { rows }) => total + rows, 0)

const count = (into: Record<string, number>, table: string, rows: number): void => {
  if (rows > 0) into[table] = rows
}
