import type { Id } from "#core/ids"
import { anyOf, byReading, sql } from "#platform/database"
import { tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"

const tags = tableOf()("partnershipTag", ["id", "partnershipId", "tag"])

/** Tags of these partnerships, in the order of their names. */
export const tagsOf = async (tx: WorkspaceTx, ids: readonly Id[]): Promise<ReadonlyMap<Id, readonly string[]>> => {
  const rows = await tags.rows(tx).where("partnershipId", "=", anyOf(ids)).orderBy(byReading("tag")).execute()
  return new Map(
    [...Map.groupBy(rows, ({ partnershipId }) => partnershipId)].map(([id, of]) => [id, of.map(({ tag }) => tag)]),
  )
}

/** All tags of the workspace, by partnership: for a file that brings some. */
export const allTags = (tx: WorkspaceTx) => tags.rows(tx).execute()

/** More than these nobody picks one from. */
const mostListed = 500

/** Every tag that is used, with how often, the most used first. */
export const listTags = async ({ db, actor }: WorkspaceTx) => {
  const { rows } = await sql<{ tag: string; partnerships: number }>`
    select tag, count(*) as partnerships from partnership_tag where workspace_id = ${actor.workspaceId}
    group by tag order by count(*) desc, ${byReading("tag")} limit ${mostListed}`.execute(db)
  return rows
}

/** Words as tags are written here already, whatever their case. */
export const asWritten = async ({ db, actor }: WorkspaceTx, words: readonly string[]): Promise<string[]> => {
  if (words.length === 0) return []
  const { rows } = await sql<{ tag: string }>`
    select min(tag) as tag from partnership_tag where workspace_id = ${actor.workspaceId}
      and lower(tag) = any(${words.map((word) => word.toLowerCase())}::text[]) group by lower(tag)`.execute(db)
  const known = new Map(rows.map(({ tag }) => [tag.toLowerCase(), tag]))
  return words.map((word) => known.get(word.toLowerCase()) ?? word)
}

type Change = Readonly<{ id: Id; added: readonly string[]; removed: readonly string[] }>

export const saveTags = async (tx: WorkspaceTx, changes: readonly Change[], newId: () => Id): Promise<void> => {
  const { db, actor } = tx
  for (const { id, removed } of changes)
    if (removed.length > 0)
      await sql`delete from partnership_tag where workspace_id = ${actor.workspaceId} and partnership_id = ${id}
        and tag = any(${removed}::text[])`.execute(db)
  await tags.insertAll(
    tx,
    changes.flatMap(({ id, added }) => added.map((tag) => ({ id: newId(), partnershipId: id, tag }))),
  )
}
