import type { Visibility } from "#core/actor"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { addDays, startOfDayIn, weekFromNumber } from "#core/time"
import { anyOf, sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import { type Direction, governanceKinds } from "../rules.ts"

export const activities = tableOf<{ direction: Direction; visibility: Visibility }>()(
  "activity",
  [
    "id",
    "partnershipId",
    "partyId",
    "kind",
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
  ],
  { made: ["recordedAt"] },
)

export type ActivityRow = Row<typeof activities>

export const insertActivity = activities.insert

type Filter = Readonly<{
  partnership: Id
  limit: number
  after?: string | undefined
  sort: "occurredAt" | "-occurredAt"
  kind?: string | undefined
  isGovernance?: boolean | undefined
  withRetracted: boolean
}>

export const listActivities = (tx: WorkspaceTx, { partnership, kind, isGovernance, withRetracted, ...asked }: Filter) =>
  activities.page(tx, asked, (rows) => {
    let wanted = rows.where("partnershipId", "=", partnership)
    if (!withRetracted) wanted = wanted.where("retractedAt", "is", null)
    if (isGovernance) wanted = wanted.where("kind", "~*", governanceKinds)
    return kind === undefined ? wanted : wanted.where("kind", "=", kind)
  })

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
  const conditions = [sql`retracted_at is null`]
  if (filter.partnership) conditions.push(sql`partnership_id = ${filter.partnership}`)
  if (filter.from) conditions.push(sql`occurred_at >= ${startOfDayIn(timeZone, filter.from)}`)
  if (filter.to) conditions.push(sql`occurred_at < ${startOfDayIn(timeZone, addDays(filter.to, 1))}`)
  const { rows } = await sql<Totals>`select ${filter.by === "week" ? week : sql`kind`} as key,
    count(*) as activities, coalesce(sum(effort_minutes), 0) as effort_minutes
    from activity where workspace_id = ${workspaceId} and ${sql.join(conditions, sql` and `)} group by 1 order by 1`.execute(
    db,
  )
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
