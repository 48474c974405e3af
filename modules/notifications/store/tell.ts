import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import type { Notice } from "#platform/news"
import type { Tx } from "#platform/tx"

/** A notice that is not wanted in the list is kept as read, so that the same fact is never told again. */
type Told = Notice & Readonly<{ id: Id; userId: string; kind: string; isRead: boolean; isMailed: boolean }>

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
        mailedAt: isMailed ? now : null,
      })),
    )
    .onConflict((conflict) => conflict.columns(["workspaceId", "userId", "dedupeKey"]).doNothing())
    .execute()
}
