import type { Instant } from "#core/time"
import { anyOf } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

const atOnce = 5_000

/** Deletes of what people were told before then, read or not, as much as one transaction should. */
export const deleteOldNotices = async ({ db, actor }: WorkspaceTx, before: Instant): Promise<number> => {
  const old = await db
    .selectFrom("notification")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("createdAt", "<", before)
    .limit(atOnce)
    .execute()
  if (old.length === 0) return 0
  const { numDeletedRows } = await db
    .deleteFrom("notification")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(old.map(({ id }) => id)))
    .executeTakeFirst()
  return Number(numDeletedRows)
}
