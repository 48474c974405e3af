import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"
import { rareActs } from "#modules/activities"
import { lapsedBetween } from "#modules/commitments"
import { withDeals } from "#modules/deals"
import { isLiveIn } from "#modules/partnerships"
import { departures, sponsorChanged } from "#modules/people"
import { markStaleWhere } from "#modules/signals"
import { sql } from "#platform/database"
import type { EventKind } from "#platform/event"
import type { WorkspaceTx } from "#platform/tx"
import type { PartnershipType } from "#rules/partnerships"
import { standingIn } from "../facts.ts"
import type { DatedEvent } from "../rules.ts"

export type Candidate = Readonly<{ id: Id; type: PartnershipType; isScanned: boolean }>

/** What ended or was declined is not judged any more. */
const candidate = sql`id, type, ${isLiveIn("partnership")} as is_scanned`

/** The next partnerships in id order. */
export const partnershipsAfter = async (
  { db, actor }: WorkspaceTx,
  after: Id,
  limit: number,
): Promise<readonly Candidate[]> =>
  (
    await sql<Candidate>`select ${candidate} from partnership
      where workspace_id = ${actor.workspaceId} and id > ${after} order by id limit ${limit}`.execute(db)
  ).rows

/** The next partnerships whose facts changed, in id order. */
export const staleAfter = async ({ db, actor }: WorkspaceTx, after: Id, limit: number): Promise<readonly Candidate[]> =>
  (
    await sql<Candidate>`select ${candidate} from partnership where workspace_id = ${actor.workspaceId} and id = any(array(
        select partnership_id from stale_partnership
        where workspace_id = ${actor.workspaceId} and partnership_id > ${after} order by partnership_id limit ${limit}))
      order by id`.execute(db)
  ).rows

export const countPartnerships = async ({ db, actor }: WorkspaceTx, isFull: boolean): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*) as count
    from ${sql.table(isFull ? "partnership" : "stale_partnership")} where workspace_id = ${actor.workspaceId}`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

/** What time alone changes since the last full scan: promises fell due, a pipeline stood, a sponsor's chair stayed empty. */
export const markMovedByTime = (tx: WorkspaceTx, since: PlainDate): Promise<void> => {
  const { workspaceId } = tx.actor
  return markStaleWhere(
    tx,
    sql`${lapsedBetween(workspaceId, since, tx.today)} union ${withDeals(workspaceId)} union ${sponsorChanged(workspaceId, since)}`,
  )
}

/** The types of those that a scan will judge. */
export const typesToScan = async ({ db, actor }: WorkspaceTx, isFull: boolean): Promise<readonly PartnershipType[]> => {
  const stale = sql`and id in (select partnership_id from stale_partnership where workspace_id = ${actor.workspaceId})`
  const { rows } = await sql<{ type: PartnershipType }>`select distinct type from partnership
    where workspace_id = ${actor.workspaceId} ${isFull ? sql`` : stale} order by type`.execute(db)
  return rows.map(({ type }) => type)
}

/** Like partnerships whose common movement is the market: a fixed sample of each type, the same whoever asks and when. */
export const cohortSample = async (
  { db, actor }: WorkspaceTx,
  question: { size: number; createdBy: Instant; types: readonly string[] },
): Promise<readonly Candidate[]> => {
  const { rows } = await sql<Candidate>`select sampled.id, sampled.type, true as is_scanned
    from unnest(${question.types}::text[]) as kinds (type),
      lateral (select id, type from partnership where workspace_id = ${actor.workspaceId} and type = kinds.type
        and created_at <= ${question.createdBy} order by md5(id::text) limit ${question.size}) as sampled`.execute(db)
  return rows
}

/** Like partnerships that do not drift and have not since a day, a fixed sample: what would have been without the drift. */
export const unaffectedLike = async (
  { db, actor }: WorkspaceTx,
  question: Readonly<{ id: Id; type: PartnershipType; since: PlainDate; size: number }>,
): Promise<readonly Id[]> => {
  const { id, type, since, size } = question
  const { rows } = await sql<{ id: Id }>`
    select p.id from partnership p join drift_finding f on f.workspace_id = p.workspace_id and f.partnership_id = p.id
    where p.workspace_id = ${actor.workspaceId} and p.type = ${type} and p.id <> ${id} and ${isLiveIn("p")}
      and f.scored and ${standingIn("f")} = 'steady'
      and not exists (select from drift_case c where c.workspace_id = p.workspace_id and c.partnership_id = p.id
        and c.state <> 'dismissed' and coalesce(c.closed_at, 'infinity') >= ${since}::date)
    order by md5(p.id::text) limit ${size}`.execute(db)
  return rows.map((row) => row.id)
}

export type EventNear = DatedEvent &
  Readonly<{ id: Id; partnershipId: Id; source: "activity" | "event" | "role"; note: string }>

/** What happens more often than this in one partnership is its daily work, whatever it is called, and explains no turn. */
const rareTimes = 12

/** Turning points that may explain a drift: what people noted, who left which role, what was changed or ended on paper. */
export const turningPoints = async (
  tx: WorkspaceTx,
  partnershipIds: readonly Id[],
  knownAt: Instant,
  kinds: readonly EventKind[],
): Promise<readonly EventNear[]> => {
  const { workspaceId, timeZone } = tx.actor
  const turning = kinds.flatMap(({ kind, isTurningPoint }) => (isTurningPoint ? [kind] : []))
  const { rows } = await sql<EventNear>`
    ${rareActs(tx, partnershipIds, knownAt, rareTimes)}
    union all
    ${departures(workspaceId, partnershipIds, knownAt)}
    union all
    select id, partnership_id, 'event', kind, (occurred_at at time zone ${timeZone})::date, side, party_id,
      coalesce(payload ->> 'title', payload ->> 'name', '')
    from event where workspace_id = ${workspaceId} and partnership_id = any(${partnershipIds}::uuid[]) and recorded_at <= ${knownAt}
      and kind = any(${turning}::text[])
    order by occurred_on, id`.execute(tx.db)
  return rows
}
