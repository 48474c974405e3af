import type { Instant } from "#core/time"
import type { WorkspaceTx } from "#platform/tx"

/** Deletes what people were told before then, read or not. */
export const deleteOldNotices = async ({ db, actor }: WorkspaceTx, before: Instant): Promise<number> => {
  const { numDeletedRows } = await db
    .deleteFrom("notification")
    .where("workspaceId", "=", actor.workspaceId)
    .where("createdAt", "<", before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
