import type { Visibility } from "#core/actor"
import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"
import { addDays, startOfDayIn } from "#core/time"
import { behind, pageOf } from "#platform/cursor"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

export type MomentRow = Readonly<{
  id: Id
  source: "activity" | "event"
  kind: string
  partyId: Id | null
  side: "host" | "partner" | "both"
  occurredAt: Instant
  recordedAt: Instant
  visibility: Visibility
  who: string | null
  summary: string | null
  recordedBy: Id | null
  payload: unknown
  subjectType: string | null
  subjectId: Id | null
}>

/**
 * Activities and acts in one order, newest first. Each side is cut to one page on its own index before they are merged, so a page
 * costs the same at the end as at the start. Activities stand for themselves: their ledger entries are left out.
 */
export const timelinePage = async (
  { db, actor }: WorkspaceTx,
  filter: { partnership: Id; limit: number; after?: string | undefined; until?: PlainDate | undefined },
) => {
  const { after, until, limit } = filter
  const place = [sql`partnership_id = ${filter.partnership}`]
  if (until !== undefined) place.push(sql`occurred_at < ${startOfDayIn(actor.timeZone, addDays(until, 1))}`)
  if (after !== undefined)
    place.push(sql`${behind({ by: "occurredAt", column: sql`occurred_at`, id: sql`id`, descending: true, after })}`)
  const there = sql.join(place, sql` and `)
  const page = sql`order by occurred_at desc, id desc limit ${limit + 1}`
  const { rows } = await sql<MomentRow>`
    (select id, 'activity' as source, kind, party_id,
       case direction when 'from_host' then 'host' when 'from_partner' then 'partner' else 'both' end as side,
       occurred_at, recorded_at, visibility, person as who, summary, recorded_by,
       jsonb_build_object('direction', direction, 'effortMinutes', effort_minutes) as payload,
       null as subject_type, null::uuid as subject_id
     from activity where workspace_id = ${actor.workspaceId} and ${there} and retracted_at is null ${page})
    union all
    (select id, 'event', kind, party_id, side, occurred_at, recorded_at, visibility, null, null, null, payload, subject_type, subject_id
     from event where workspace_id = ${actor.workspaceId} and ${there} and kind not like 'activity.%' ${page})
    ${page}`.execute(db)
  return pageOf([...rows], limit, (row) => row.occurredAt)
}
