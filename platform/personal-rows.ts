import type { Id } from "#core/ids"
import { sql } from "./database.ts"
import type { Personal, Says } from "./personal.ts"
import type { WorkspaceTx } from "./tx.ts"

/** One person, by the ids that rows point to them with. */
export type PersonIds = Readonly<{
  userIds: readonly string[]
  memberIds: readonly Id[]
  partnerUserIds: readonly Id[]
  contactIds: readonly Id[]
}>

export const idsFor = (person: PersonIds, says: Says): readonly string[] | undefined => {
  const { userIds, memberIds, partnerUserIds, contactIds } = person
  if (says === "account" || says === "own rows") return userIds
  if (says === "member") return memberIds
  if (says === "partner user") return partnerUserIds
  if (says === "contact") return contactIds
  return says === "somebody" ? [...memberIds, ...partnerUserIds, ...contactIds] : undefined
}

/** SQL: the row points to the person by one of these columns; compared as text, for ids are kept as both. */
export const pointsTo = (person: PersonIds, columns: Readonly<Record<string, Says>>) => {
  const pointers = Object.entries(columns).flatMap(([column, says]) => {
    const ids = idsFor(person, says)
    if (ids === undefined || ids.length === 0) return []
    // A column of several ids is kept as an array.
    return [
      column.endsWith("_ids") || column === "stands_for"
        ? sql<boolean>`t.${sql.id(column)}::text[] && ${ids}::text[]`
        : sql<boolean>`t.${sql.id(column)}::text = any(${ids}::text[])`,
    ]
  })
  return pointers.length === 0 ? undefined : sql<boolean>`(${sql.join(pointers, sql` or `)})`
}

/** How many rows of each table point to the person, as far as whoever asks may see them. */
export const countPersonalRows = async (
  { db, actor }: WorkspaceTx,
  all: readonly Personal[],
  person: PersonIds,
): Promise<readonly Readonly<{ table: string; rows: number }>[]> => {
  const counted: { table: string; rows: number }[] = []
  for (const { tables } of all)
    for (const [table, columns] of Object.entries(tables)) {
      const condition = pointsTo(person, columns)
      if (!condition) continue
      const { rows } = await sql<{ rows: number }>`select count(*)::integer as rows from ${sql.table(table)} t
        where t.workspace_id = ${actor.workspaceId} and ${condition}`.execute(db)
      const [found] = rows
      if (found && found.rows > 0) counted.push({ table, rows: found.rows })
    }
  return counted
}
