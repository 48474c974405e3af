import type { Id } from "#core/ids"
import type { RowChange, SomeOfRow } from "#core/importable/again"
import { sql } from "#platform/database"
import type { ImportTable } from "#platform/importable"
import type { WorkspaceTx } from "#platform/tx"

/** A row as it is here, by the names of its columns. */
export type Stored = Readonly<{ id: Id; values: SomeOfRow }>

/** Columns are read under names of their own: those of the database would be renamed on their way. */
const selected = ({ columns }: ImportTable) =>
  sql.raw(
    Object.keys(columns)
      .map((column, at) => `t.${column} as c${at}`)
      .join(", "),
  )

const storedOf = ({ columns }: ImportTable, rows: readonly Readonly<Record<string, unknown>>[]): Stored[] =>
  rows.map((row) => {
    const values = Object.fromEntries(Object.keys(columns).map((column, at) => [column, row[`c${at}`]])) as SomeOfRow
    return { id: String(values["id"]), values }
  })

const standing = ({ undo }: ImportTable) => sql.raw(undo === "retract" ? "and t.retracted_at is null" : "")

/** Rows that are here by one of their ids, and were not brought by this very import. */
export const storedBy = async (
  { db, actor }: WorkspaceTx,
  table: ImportTable,
  by: string,
  values: readonly string[],
  importId: Id,
): Promise<Stored[]> => {
  if (values.length === 0) return []
  const { rows } = await sql<Record<string, unknown>>`select ${selected(table)} from ${sql.raw(table.name)} t
    where t.workspace_id = ${actor.workspaceId} and t.${sql.raw(by)} = any(${values}::${sql.raw(table.columns[by] ?? "text")}[])
      and t.import_id is distinct from ${importId} ${standing(table)}
      ${sql.raw(table.hasSource && by !== "id" ? "and t.source = 'import'" : "")}`.execute(db)
  return storedOf(table, rows)
}

/** Whether another import brought any row of this table: where none did, no row of a file can be here already. */
export const hasOthers = async ({ db, actor }: WorkspaceTx, table: ImportTable, importId: Id): Promise<boolean> => {
  const { rows } = await sql<{ there: boolean }>`select exists (select from ${sql.raw(table.name)} t
    where t.workspace_id = ${actor.workspaceId} and t.import_id <> ${importId} ${standing(table)}) as there`.execute(db)
  return rows[0]?.there === true
}

/** A row with the import that brought it. */
export type Brought = Stored & Readonly<{ importId: Id }>

/** Rows of other imports that agree in these two columns with one of a file, in the order in which they were recorded. */
export const storedAlike = async (
  { db, actor }: WorkspaceTx,
  table: ImportTable,
  [one, other]: readonly [string, string],
  pairs: readonly (readonly [string, string])[],
  importId: Id,
): Promise<Brought[]> => {
  const { rows } = await sql<
    Record<string, unknown>
  >`select ${selected(table)}, t.import_id from ${sql.raw(table.name)} t
      join unnest(${pairs.map(([a]) => a)}::${sql.raw(table.columns[one] ?? "text")}[], ${pairs.map(([, b]) => b)}::${sql.raw(table.columns[other] ?? "text")}[]) as met (one, other)
        on t.${sql.raw(one)} = met.one and t.${sql.raw(other)} = met.other
    where t.workspace_id = ${actor.workspaceId} and t.import_id <> ${importId} ${standing(table)}
    order by t.id`.execute(db)
  return storedOf(table, rows).map((stored, at) => ({ ...stored, importId: String(rows[at]?.["importId"]) }))
}

/** What the partnerships are called that these rows belong to. */
export const partnerNames = async (
  { db, actor }: WorkspaceTx,
  rows: readonly SomeOfRow[],
): Promise<(id: string) => string> => {
  const ids = [...new Set(rows.map((row) => String(row["partnership_id"])))]
  if (ids.length === 0) return (id) => id
  const { rows: found } = await sql<{ id: Id; name: string }>`select p.id, p.name from partnership p
    where p.workspace_id = ${actor.workspaceId} and p.id = any(${ids}::uuid[])`.execute(db)
  const names = new Map(found.map(({ id, name }) => [id as string, name]))
  return (id) => names.get(id) ?? id
}

export type Edit = Readonly<{ subjectId: Id; kind: string; payload: unknown; isByPerson: boolean }>

/** What happened to these rows by such events, in the order of the ledger. */
export const editsOf = async (
  { db, actor }: WorkspaceTx,
  kinds: readonly string[],
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, readonly Edit[]>> => {
  if (kinds.length === 0 || ids.length === 0) return new Map()
  const { rows } = await sql<Edit>`select e.subject_id as "subjectId", e.kind, e.payload,
      (e.actor_kind <> 'system' and e.source <> 'import') as "isByPerson" from event e
    where e.workspace_id = ${actor.workspaceId} and e.subject_id = any(${ids}::uuid[]) and e.kind = any(${kinds}::text[])
    order by e.recorded_at, e.id`.execute(db)
  return Map.groupBy(rows, ({ subjectId }) => subjectId)
}

/** Sets columns of many rows, each its own values, in one statement. */
export const changeRows = async (
  { db, actor, now }: WorkspaceTx,
  table: ImportTable,
  columns: readonly string[],
  rows: readonly Stored[],
): Promise<void> => {
  if (rows.length === 0) return
  const typed = columns.map(
    (column) => `${column} ${column === "retracted_at" ? "timestamptz" : table.columns[column]}`,
  )
  const sets = columns.map((column) => `${column} = v.${column}`)
  const values = rows.map(({ id, values }) => ({
    id,
    ...Object.fromEntries(columns.map((column) => [column, values[column] ?? null])),
  }))
  const updated = table.now.includes("updated_at") ? sql`, updated_at = ${now}` : sql``
  await sql`update ${sql.raw(table.name)} t set ${sql.raw(sets.join(", "))}${updated}
    ${sql.raw(table.isVersioned ? ", version = t.version + 1" : "")}
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v (id uuid, ${sql.raw(typed.join(", "))})
    where t.workspace_id = ${actor.workspaceId} and t.id = v.id`.execute(db)
}

/** What an import changed of a row that was here: how it was and is, of the columns that it changed. */
export const keepChanges = async (
  { db, actor }: WorkspaceTx,
  importId: Id,
  { name }: ImportTable,
  changes: readonly RowChange[],
): Promise<void> => {
  if (changes.length === 0) return
  await db
    .insertInto("importChange")
    .values(
      changes.map(({ id, before, after }) => ({
        ...{ workspaceId: actor.workspaceId, importId, tableName: name, rowId: id },
        ...{ before: JSON.stringify(before), after: JSON.stringify(after) },
      })),
    )
    .execute()
}

/** Rows that an import brought, that stand, and that people have changed since; the first hundred. */
export const editedSince = async (tx: WorkspaceTx, table: ImportTable, importId: Id): Promise<Stored[]> => {
  const { rows } = await sql<Record<string, unknown>>`select ${selected(table)} from ${sql.raw(table.name)} t
    where t.workspace_id = ${tx.actor.workspaceId} and t.import_id = ${importId} ${standing(table)}
      and ${isEdited(table)} order by t.id limit 100`.execute(tx.db)
  return storedOf(table, rows)
}

/** SQL: a person has changed the row `t`, as the events say by which people change rows of this table. */
export const isEdited = ({ edits = {} }: ImportTable) => {
  const kinds = Object.keys(edits)
  if (kinds.length === 0) return sql<boolean>`false`
  return sql<boolean>`exists (select from event e where e.workspace_id = t.workspace_id and e.subject_id = t.id
    and e.kind = any(${kinds}::text[]) and e.actor_kind <> 'system' and e.source <> 'import')`
}

/** Rows as they are now, until the transaction ends. */
export const lockRows = async (tx: WorkspaceTx, table: ImportTable, ids: readonly Id[]): Promise<Map<Id, Stored>> => {
  const retracted = table.undo === "retract" ? sql`, t.retracted_at` : sql``
  const { rows } = await sql<
    Record<string, unknown>
  >`select ${selected(table)}${retracted} from ${sql.raw(table.name)} t
    where t.workspace_id = ${tx.actor.workspaceId} and t.id = any(${ids}::uuid[]) for update of t`.execute(tx.db)
  const stored = storedOf(table, rows)
  return new Map(stored.map(({ id, values }, at) => [id, { id, values: { ...values, ...heldBack(table, rows[at]) } }]))
}

const heldBack = ({ undo }: ImportTable, row: Readonly<Record<string, unknown>> | undefined): SomeOfRow =>
  undo === "retract" ? { retracted_at: (row?.["retractedAt"] ?? null) as string | null } : {}

/** Rows in one page of changes. */
const changesAtOnce = 5_000

/** What an import changed of rows that were here, in pages: it may be a whole file of them. */
export async function* changesOf(
  { db, actor }: WorkspaceTx,
  importId: Id,
  { name }: ImportTable,
): AsyncGenerator<readonly RowChange[]> {
  const all = db
    .selectFrom("importChange")
    .select(["rowId", "before", "after"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("importId", "=", importId)
    .where("tableName", "=", name)
    .orderBy("rowId")
    .limit(changesAtOnce)
  let rows = await all.execute()
  while (rows.length > 0) {
    yield rows.map(({ rowId, before, after }) => ({
      id: rowId,
      before: before as SomeOfRow,
      after: after as SomeOfRow,
    }))
    const last = rows.at(-1)?.rowId ?? ""
    rows = rows.length < changesAtOnce ? [] : await all.where("rowId", ">", last).execute()
  }
}
