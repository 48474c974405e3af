import type { Instant } from "#core/time"
import { anyOf, sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { CheckState } from "../rules.ts"

/** Says that these bytes are in the store and wanted; answers how far they are checked. */
export const keepObject = async (
  { db, actor, now }: WorkspaceTx,
  { hash, bytes }: Readonly<{ hash: string; bytes: number }>,
  state: CheckState,
): Promise<CheckState> => {
  const { rows } = await sql<{ state: CheckState }>`
    select keep_file_object(${actor.workspaceId}, ${hash}, ${bytes}, ${state}, ${now}, ${actor.userId ?? null}) as state`.execute(
    db,
  )
  return rows[0]?.state ?? state
}

/** Who brings a file waits for who is about to be done with theirs, so that each counts what the other has left. */
export const lockRoom = async ({ db, actor }: WorkspaceTx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`files of ${actor.workspaceId}`}, 0))`.execute(db)
}

/** Of all files of the workspace together; the same bytes count once. */
export const storedBytes = async ({ db, actor }: WorkspaceTx): Promise<number> => {
  const row = await db
    .selectFrom("fileObject")
    .select(({ fn }) => fn.sum<number | null>("bytes").as("bytes"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("goneAt", "is", null)
    .executeTakeFirst()
  return row?.bytes ?? 0
}

/** Bytes that nobody has looked through yet. */
export const checkQueue = async (
  { db, actor }: WorkspaceTx,
  state: "checking" | "unchecked",
  after: string,
  limit: number,
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom("fileObject")
    .select("hash")
    .where("workspaceId", "=", actor.workspaceId)
    .where("checkState", "=", state)
    .where("goneAt", "is", null)
    .where("hash", ">", after)
    .orderBy("hash")
    .limit(limit)
    .execute()
  return rows.map(({ hash }) => hash)
}

/** False where somebody else was quicker, or nobody wants the bytes any more. */
export const markChecked = async (
  { db, actor, now }: WorkspaceTx,
  hash: string,
  result: Readonly<{ checkState: CheckState; found: string | null }>,
): Promise<boolean> => {
  const done = await db
    .updateTable("fileObject")
    .set({ ...result, checkedAt: result.checkState === "unchecked" ? null : now })
    .where("workspaceId", "=", actor.workspaceId)
    .where("hash", "=", hash)
    .where("checkState", "=", anyOf(["checking", "unchecked"]))
    .where("goneAt", "is", null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Which of these the workspace knows of. */
export const objectOf = async ({ db, actor }: WorkspaceTx, hash: string) =>
  db
    .selectFrom("fileObject")
    .select(["hash", "checkState", "goneAt", "storedBy"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("hash", "=", hash)
    .executeTakeFirst()

type Before = Readonly<{ removedBefore: Instant; storedBefore: Instant }>

/** Bytes that nobody needs any more. */
export const unusedObjects = async (
  { db, actor }: WorkspaceTx,
  { removedBefore, storedBefore }: Before,
  limit: number,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ hash: string }>`
    select hash from unused_file_objects(${actor.workspaceId}, ${removedBefore}, ${storedBefore}, ${limit})`.execute(db)
  return rows.map(({ hash }) => hash)
}

/** Locks the bytes' row and says that they are gone; false where somebody has begun to need them meanwhile. */
export const markGone = async (
  { db, actor, now }: WorkspaceTx,
  hash: string,
  { removedBefore, storedBefore }: Before,
): Promise<boolean> => {
  await db
    .selectFrom("fileObject")
    .select("hash")
    .where("workspaceId", "=", actor.workspaceId)
    .where("hash", "=", hash)
    .forUpdate()
    .execute()
  const { rows } = await sql<{ isUnused: boolean }>`select is_file_object_unused(${actor.workspaceId}, ${hash},
    ${removedBefore}, ${storedBefore}) as is_unused`.execute(db)
  if (rows[0]?.isUnused !== true) return false
  await db
    .updateTable("fileObject")
    .set({ goneAt: now })
    .where("workspaceId", "=", actor.workspaceId)
    .where("hash", "=", hash)
    .execute()
  return true
}

export type Adopted = Readonly<{ hash: string; bytes: number; storedAt: Instant }>

/** Rows for bytes that were found in the store: those without one, and those that were thought to be gone. */
export const adoptObjects = async ({ db, actor }: WorkspaceTx, found: readonly Adopted[]): Promise<void> => {
  const { workspaceId } = actor
  await db
    .insertInto("fileObject")
    .values(found.map((each) => ({ workspaceId, checkState: "unchecked", ...each })))
    .onConflict((conflict) =>
      conflict
        .columns(["workspaceId", "hash"])
        .doUpdateSet(({ ref }) => ({ goneAt: null, storedAt: ref("excluded.storedAt") }))
        .where("fileObject.goneAt", "is not", null),
    )
    .execute()
}
