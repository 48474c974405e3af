import type { Instant } from "#core/time"
import { anyOf, sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

/** Imports that are over, and were so before then. */
const over = ({ db, actor }: WorkspaceTx, before: Instant) =>
  db
    .selectFrom("importRun")
    .where("workspaceId", "=", actor.workspaceId)
    .where("state", "=", anyOf(["imported", "undone"]))
    .where("updatedAt", "<", before)

/** Says of them that their files are gone, and where those lie: whoever asks for it removes them before it is kept. */
export const takeOldUploads = async (tx: WorkspaceTx, before: Instant): Promise<readonly string[]> => {
  const { db, actor } = tx
  const runs = await over(tx, before).select(["id", "filePath"]).where("filePath", "<>", "").forUpdate().execute()
  if (runs.length === 0) return []
  await db
    .updateTable("importRun")
    .set({ filePath: "" })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(runs.map(({ id }) => id)))
    .execute()
  return runs.map(({ filePath }) => filePath)
}

/** Deletes their refused rows, and says of each that none are kept any more. */
export const deleteOldErrors = async (tx: WorkspaceTx, before: Instant): Promise<number> => {
  const { db, actor } = tx
  const runs = await over(tx, before)
    .select("id")
    .where(sql<boolean>`coalesce((summary ->> 'errorsKept')::integer, 0) > 0`)
    .limit(20)
    .forUpdate()
    .execute()
  if (runs.length === 0) return 0
  const ids = runs.map(({ id }) => id)
  const { numDeletedRows } = await db
    .deleteFrom("importError")
    .where("workspaceId", "=", actor.workspaceId)
    .where("importId", "=", anyOf(ids))
    .executeTakeFirst()
  await sql`update import_run set summary = jsonb_set(summary, '{errorsKept}', '0')
    where workspace_id = ${actor.workspaceId} and id = any(${ids}::uuid[])`.execute(db)
  return Number(numDeletedRows)
}
