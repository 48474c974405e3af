import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import type { Notice } from "#platform/news"
import type { Tx } from "#platform/tx"

/** A notice that is not wanted in the list is kept as read and done with, so that the same fact is never told again. */
type Told = Notice &
  Readonly<{ id: Id; userId: string; kind: string; aboutId: Id | null; isRead: boolean; isMailed: boolean }>

export const insertNotices = async ({ db, actor, now }: Tx<System>, told: readonly Told[]): Promise<void> => {
  if (told.length === 0) return
  await db
    .insertInto("notification")
    .values(
      told.map(({ isRead, isMailed, payload, ...notice }) => ({
        workspaceId: actor.workspaceId,
        ...notice,
        payload: JSON.stringify(payload),
        createdAt: now,
        readAt: isRead ? now : null,
        doneAt: isRead ? now : null,
        mailedAt: isMailed ? now : null,
      })),
    )
    .onConflict((conflict) => conflict.columns(["workspaceId", "userId", "dedupeKey"]).doNothing())
    .execute()
}

/** Unread news of one kind about a thing, whoever it was told to; however much else is unread is not looked at. */
export const unreadAbout = async ({ db, actor }: Tx<System>, kind: string, thing: Id) => {
  const rows = await db
    .selectFrom("notification")
    .select(["id", "userId", "payload"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("aboutId", "=", thing)
    .where("kind", "=", kind)
    .where("readAt", "is", null)
    .execute()
  return rows.map((row) => ({ ...row, payload: row.payload as Record<string, unknown> }))
}

/** Unless it was read in this very moment. */
export const removeUnread = async ({ db, actor }: Tx<System>, id: Id): Promise<void> => {
  await db
    .deleteFrom("notification")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("readAt", "is", null)
    .execute()
}
