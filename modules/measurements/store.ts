import type { Visibility } from "#core/actor"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { behind, pageOf, parseSort } from "#platform/cursor"
import type { WorkspaceTx } from "#platform/tx"

type MeasuredSide = "host" | "partner" | "both"
type State = "agreed" | "disputed" | "superseded"

const columns = [
  "id",
  "partnershipId",
  "signal",
  "partyId",
  "side",
  "periodStart",
  "periodDays",
  "value",
  "expected",
  "n",
  "state",
  "source",
  "recordedAt",
  "retractedAt",
  "visibility",
] as const

const typed = <Row extends { side: string; state: string; visibility: string }>(row: Row) =>
  row as Omit<Row, "side" | "state" | "visibility"> & { side: MeasuredSide; state: State; visibility: Visibility }

export type NewMeasurement = Readonly<{
  id: Id
  partnershipId: Id
  signal: string
  /** Whose it is; null is everybody's together. */
  partyId: Id | null
  periodStart: PlainDate
  periodDays: number
  value: number
  expected?: number | undefined
  n?: number | undefined
  privateTo: Id | null
}>

/** Inserts a value; an earlier one for the same signal, party and period is marked as superseded, and kept. */
export const insertMeasurement = async ({ db, actor, now }: WorkspaceTx, made: NewMeasurement) => {
  await db
    .updateTable("measurement")
    .set({ state: "superseded" })
    .where("workspaceId", "=", actor.workspaceId)
    .where("partnershipId", "=", made.partnershipId)
    .where("signal", "=", made.signal)
    .where("partyId", "is not distinct from", made.partyId)
    .where("periodStart", "=", made.periodStart)
    .where("retractedAt", "is", null)
    .execute()
  return typed(
    await db
      .insertInto("measurement")
      .values({ workspaceId: actor.workspaceId, ...made, recordedAt: now })
      .returning(columns)
      .executeTakeFirstOrThrow(),
  )
}

export type MeasurementRow = Awaited<ReturnType<typeof insertMeasurement>>

export const lockMeasurement = async ({ db, actor }: WorkspaceTx, id: Id) => {
  const row = await db
    .selectFrom("measurement")
    .select(columns)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst()
  return row && typed(row)
}

export const saveRetraction = async ({ db, actor, now }: WorkspaceTx, id: Id) =>
  typed(
    await db
      .updateTable("measurement")
      .set({ retractedAt: now })
      .where("workspaceId", "=", actor.workspaceId)
      .where("id", "=", id)
      .returning(columns)
      .executeTakeFirstOrThrow(),
  )

export const listMeasurements = async (
  { db, actor }: WorkspaceTx,
  filter: {
    partnership: Id
    limit: number
    after?: string | undefined
    sort: string
    signal?: string | undefined
    withReplaced: boolean
  },
) => {
  const { descending } = parseSort(filter.sort)
  let query = db
    .selectFrom("measurement")
    .select(columns)
    .where("workspaceId", "=", actor.workspaceId)
    .where("partnershipId", "=", filter.partnership)
  if (filter.signal !== undefined) query = query.where("signal", "=", filter.signal)
  if (!filter.withReplaced) query = query.where("retractedAt", "is", null).where("state", "<>", "superseded")
  const { after } = filter
  if (after !== undefined)
    query = query.where(({ ref }) => behind({ column: ref("periodStart"), id: ref("id"), descending, after }))
  const direction = descending ? "desc" : "asc"
  const rows = await query
    .orderBy("periodStart", direction)
    .orderBy("id", direction)
    .limit(filter.limit + 1)
    .execute()
  return pageOf(rows.map(typed), filter.limit, (row) => row.periodStart)
}
