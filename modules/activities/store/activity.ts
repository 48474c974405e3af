import type { Visibility } from "#core/actor"
import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"
import { addDays, startOfDayIn, weekFromNumber } from "#core/time"
import { behind, pageOf, parseSort } from "#platform/cursor"
import { anyOf, sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { Direction } from "../rules.ts"

const columns = [
  "id",
  "partnershipId",
  "kind",
  "partyId",
  "direction",
  "occurredAt",
  "recordedAt",
  "person",
  "contactId",
  "summary",
  "effortMinutes",
  "visibility",
  "source",
  "recordedBy",
  "retractedAt",
] as const

export type NewActivity = Readonly<{
  id: Id
  partnershipId: Id
  kind: string
  /** Who turned to the other; null is both. */
  partyId: Id | null
  occurredAt: Instant
  person?: string | undefined
  contactId?: Id | undefined
  summary?: string | undefined
  effortMinutes?: number | undefined
  privateTo: Id | null
  source: string
  /** The company that records it; null is the host. */
  recordedBy: Id | null
}>

const typed = <Row extends { direction: string; visibility: string }>(row: Row) =>
  row as Omit<Row, "direction" | "visibility"> & { direction: Direction; visibility: Visibility }

export const insertActivity = async ({ db, actor, now }: WorkspaceTx, made: NewActivity) =>
  typed(
    await db
      .insertInto("activity")
      .values({ workspaceId: actor.workspaceId, ...made, recordedAt: now })
      .returning(columns)
      .executeTakeFirstOrThrow(),
  )

export type ActivityRow = Awaited<ReturnType<typeof insertActivity>>

export const lockActivity = async ({ db, actor }: WorkspaceTx, id: Id) => {
  const row = await db
    .selectFrom("activity")
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
      .updateTable("activity")
      .set({ retractedAt: now })
      .where("workspaceId", "=", actor.workspaceId)
      .where("id", "=", id)
      .returning(columns)
      .executeTakeFirstOrThrow(),
  )

export const listActivities = async (
  { db, actor }: WorkspaceTx,
  filter: {
    partnership: Id
    limit: number
    after?: string | undefined
    sort: string
    kind?: string | undefined
    withRetracted: boolean
  },
) => {
  const { descending } = parseSort(filter.sort)
  let query = db
    .selectFrom("activity")
    .select(columns)
    .where("workspaceId", "=", actor.workspaceId)
    .where("partnershipId", "=", filter.partnership)
  if (!filter.withRetracted) query = query.where("retractedAt", "is", null)
  if (filter.kind !== undefined) query = query.where("kind", "=", filter.kind)
  const { after } = filter
  if (after !== undefined)
    query = query.where(({ ref }) => behind({ column: ref("occurredAt"), id: ref("id"), descending, after }))
  const direction = descending ? "desc" : "asc"
  const rows = await query
    .orderBy("occurredAt", direction)
    .orderBy("id", direction)
    .limit(filter.limit + 1)
    .execute()
  return pageOf(rows.map(typed), filter.limit, (row) => row.occurredAt)
}

type Totals = Readonly<{ key: string; activities: number; effortMinutes: number }>

/** One group-by on the index of (workspace, occurred_at) or (workspace, partnership, occurred_at). */
export const totals = async (
  { db, actor }: WorkspaceTx,
  filter: {
    by: "week" | "kind"
    partnership?: Id | undefined
    from?: PlainDate | undefined
    to?: PlainDate | undefined
  },
): Promise<Totals[]> => {
  const { timeZone, workspaceId } = actor
  const week = sql`(((occurred_at at time zone ${timeZone})::date - date '1969-12-29') / 7)::text`
  const conditions = [sql`workspace_id = ${workspaceId}`, sql`retracted_at is null`]
  if (filter.partnership) conditions.push(sql`partnership_id = ${filter.partnership}`)
  if (filter.from) conditions.push(sql`occurred_at >= ${startOfDayIn(timeZone, filter.from)}`)
  if (filter.to) conditions.push(sql`occurred_at < ${startOfDayIn(timeZone, addDays(filter.to, 1))}`)
  const { rows } = await sql<Totals>`select ${filter.by === "week" ? week : sql`kind`} as key,
    count(*) as activities, coalesce(sum(effort_minutes), 0) as effort_minutes
    from activity where ${sql.join(conditions, sql` and `)} group by 1 order by 1`.execute(db)
  return filter.by === "kind" ? rows : rows.map((row) => ({ ...row, key: weekFromNumber(Number(row.key)) }))
}

/** Whether all of these are activities of that partnership that the actor may see. */
export const areActivitiesOf = async (
  { db, actor }: WorkspaceTx,
  partnershipId: Id,
  activityIds: readonly Id[],
): Promise<boolean> => {
  const wanted = new Set(activityIds)
  if (wanted.size === 0) return true
  const found = await db
    .selectFrom("activity")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("partnershipId", "=", partnershipId)
    .where("id", "=", anyOf([...wanted]))
    .where("retractedAt", "is", null)
    .execute()
  return found.length === wanted.size
}
