import { partyOf } from "#core/actor"
import type { Id } from "#core/ids"
import { behind, pageOf } from "#platform/cursor"
import type { WorkspaceTx } from "#platform/tx"

const columns = ["id", "visibility", "body", "authorId", "authorName", "createdAt"] as const

/** Newest first; row-level security leaves out what is private to another party. */
export const listNotes = async (
  { db, actor }: WorkspaceTx,
  partnershipId: Id,
  { limit, after }: { limit: number; after?: string | undefined },
) => {
  let query = db
    .selectFrom("note")
    .select(columns)
    .where("workspaceId", "=", actor.workspaceId)
    .where("partnershipId", "=", partnershipId)
    .where(({ eb, or }) => or([eb("privateTo", "is", null), eb("privateTo", "=", partyOf(actor))]))
  if (after !== undefined)
    query = query.where(({ ref }) => behind({ column: ref("id"), id: ref("id"), descending: true, after }))
  const rows = await query
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, (row) => row.id)
}

export const insertNote = (
  { db, actor, now }: WorkspaceTx,
  note: { id: Id; partnershipId: Id; privateTo: Id | null; body: string; authorId: string; authorName: string },
) =>
  db
    .insertInto("note")
    .values({ workspaceId: actor.workspaceId, ...note, createdAt: now })
    .returning(columns)
    .executeTakeFirstOrThrow()
