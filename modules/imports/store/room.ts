import { anyOf, sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { keptStates } from "../rules.ts"

/** Who brings a table waits for who is about to be done with theirs, so that each counts what the other has left. */
export const lockTableRoom = async ({ db, actor }: WorkspaceTx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tables of ${actor.workspaceId}`}, 0))`.execute(db)
}

/** The workspace's tables that were sent and are still kept: their bytes, and those that only the disk knows the size of. */
export const keptTables = async (
  tx: WorkspaceTx,
): Promise<Readonly<{ bytes: number; unmeasured: readonly string[] }>> => {
  const known = await kept(tx)
    .select(({ fn }) => fn.sum<number | null>("fileBytes").as("bytes"))
    .executeTakeFirst()
  const unknown = await kept(tx).select("filePath").where("fileBytes", "is", null).execute()
  return { bytes: known?.bytes ?? 0, unmeasured: unknown.map(({ filePath }) => filePath) }
}

const kept = ({ db, actor }: WorkspaceTx) =>
  db.selectFrom("importRun").where("workspaceId", "=", actor.workspaceId).where("state", "=", anyOf(keptStates))
