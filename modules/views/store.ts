import type { Id } from "#core/ids"
import type { WorkspaceTx } from "#platform/tx"

const columns = ["id", "place", "name", "search", "isShared", "userId"] as const

/** Views a page may hold; beyond that nobody finds theirs. */
export const mostViews = 200

/** One's own views and those others shared, by name. */
export const listViews = ({ db, actor }: WorkspaceTx, userId: string, place: string) =>
  db
    .selectFrom("savedView")
    .select(columns)
    .where("workspaceId", "=", actor.workspaceId)
    .where("place", "=", place)
    .where(({ eb, or }) => or([eb("userId", "=", userId), eb("isShared", "=", true)]))
    .orderBy("name")
    .orderBy("id")
    .limit(mostViews)
    .execute()

export const insertView = (
  { db, actor, now }: WorkspaceTx,
  view: { id: Id; userId: string; place: string; name: string; search: Record<string, unknown>; isShared: boolean },
) =>
  db
    .insertInto("savedView")
    .values({ workspaceId: actor.workspaceId, ...view, search: JSON.stringify(view.search), createdAt: now })
    .returning(columns)
    .executeTakeFirstOrThrow()

/** A view somebody else keeps for themselves is not there. */
export const lockView = ({ db, actor }: WorkspaceTx, userId: string, id: Id) =>
  db
    .selectFrom("savedView")
    .select(columns)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where(({ eb, or }) => or([eb("userId", "=", userId), eb("isShared", "=", true)]))
    .forUpdate()
    .executeTakeFirst()

export const deleteView = async ({ db, actor }: WorkspaceTx, id: Id): Promise<void> => {
  await db.deleteFrom("savedView").where("workspaceId", "=", actor.workspaceId).where("id", "=", id).execute()
}

export type ViewRow = Awaited<ReturnType<typeof insertView>>
