import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

export type ScanState = "queued" | "running" | "finished" | "failed"

const columns = [
  "id",
  "state",
  "asOf",
  "isFull",
  "partnershipsTotal",
  "partnershipsDone",
  "createdAt",
  "finishedAt",
] as const
const typed = <Row extends { state: string }>(row: Row) => row as Omit<Row, "state"> & { state: ScanState }

export const insertScan = async (
  { db, actor, now }: WorkspaceTx,
  scan: { id: Id; asOf: PlainDate; isFull: boolean; partnershipsTotal: number; requestedBy: string | null },
) =>
  typed(
    await db
      .insertInto("driftScan")
      .values({ workspaceId: actor.workspaceId, ...scan, state: "queued", createdAt: now })
      .returning(columns)
      .executeTakeFirstOrThrow(),
  )

export const findScan = async ({ db, actor }: WorkspaceTx, id: Id) => {
  const row = await db
    .selectFrom("driftScan")
    .select(columns)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst()
  return row && typed(row)
}

export const latestScans = async ({ db, actor }: WorkspaceTx) =>
  (
    await db
      .selectFrom("driftScan")
      .select(columns)
      .where("workspaceId", "=", actor.workspaceId)
      .orderBy("createdAt", "desc")
      .orderBy("id", "desc")
      .limit(20)
      .execute()
  ).map(typed)

/** The day as of which everything was last judged. */
export const lastFullScan = async ({ db, actor }: WorkspaceTx): Promise<PlainDate | undefined> =>
  (
    await db
      .selectFrom("driftScan")
      .select("asOf")
      .where("workspaceId", "=", actor.workspaceId)
      .where("isFull", "=", true)
      .where("state", "=", "finished")
      .orderBy("createdAt", "desc")
      .limit(1)
      .executeTakeFirst()
  )?.asOf

/** Did a change of the workspace's settings change its budget of false alarms? */
export const hasMovedBudget = async ({ db, actor }: WorkspaceTx, eventId: Id): Promise<boolean> => {
  const { rows } = await sql<{ isMoved: boolean }>`
    select payload #> '{before,falseAlarmsPerYear}' is distinct from payload #> '{after,falseAlarmsPerYear}' as is_moved
    from event where workspace_id = ${actor.workspaceId} and id = ${eventId}`.execute(db)
  return rows[0]?.isMoved ?? false
}

/** One more batch is done; the first one starts the scan. */
export const addDone = async ({ db, actor }: WorkspaceTx, id: Id, done: number): Promise<void> => {
  await db
    .updateTable("driftScan")
    .set(({ eb }) => ({ state: "running", partnershipsDone: eb("partnershipsDone", "+", done) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute()
}

/** A scan that starts (again, after a crash) counts from the beginning. */
export const startScan = async ({ db, actor }: WorkspaceTx, id: Id, partnershipsTotal: number): Promise<void> => {
  await db
    .updateTable("driftScan")
    .set({ state: "running", partnershipsTotal, partnershipsDone: 0 })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute()
}

export const finishScan = async (
  { db, actor, now }: WorkspaceTx,
  id: Id,
  state: "finished" | "failed",
): Promise<void> => {
  await db
    .updateTable("driftScan")
    .set({ state, finishedAt: now })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute()
}
