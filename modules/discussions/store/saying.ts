import type { Id } from "#core/ids"
import { anyOf, sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { anywhere } from "../rules.ts"
import { type CommentRow, standingComments } from "./comment.ts"

const mostFound = 20

/**
 * The latest comments in which all of these words stand, in the whole workspace or one partnership. Found by an index that knows who
 * may read, and read with the reader's own rights at this moment.
 */
export const commentsSaying = async (
  tx: WorkspaceTx,
  words: readonly string[],
  partnershipId?: Id,
): Promise<readonly CommentRow[]> => {
  const [longest] = words.toSorted((a, b) => b.length - a.length)
  if (longest === undefined) return []
  const key = (word: string) => sql`text_key(${anywhere(word)})`
  const { rows } = await sql<{ id: Id }>`select id from comments_saying(${tx.actor.workspaceId},
    array[${sql.join(words.map(key))}]::text[], ${key(longest)}, ${partnershipId ?? null}::uuid, ${mostFound})`.execute(
    tx.db,
  )
  if (rows.length === 0) return []
  const readable = await standingComments(
    tx,
    rows.map(({ id }) => id),
  )
  return readable.toSorted((a, b) => b.writtenAt.localeCompare(a.writtenAt) || b.position - a.position)
}

export const partnershipNames = async ({ db, actor }: WorkspaceTx, ids: readonly Id[]) => {
  const rows = await db
    .selectFrom("partnership")
    .select(["id", "name"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf([...new Set(ids)]))
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
