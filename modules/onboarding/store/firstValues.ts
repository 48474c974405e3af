import type { Id } from "#core/ids"
import { addDays, type PlainDate } from "#core/time"
import { firstInForceOn } from "#modules/agreements"
import { firstRegistered } from "#modules/deals"
import { firstAboveZero } from "#modules/measurements"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { PartnershipType } from "#rules/partnerships"
import { type FirstValue, resultMetrics } from "../rules.ts"

export type ReachedRow = Readonly<{
  partnershipId: Id
  type: PartnershipType
  /** The day on which the first agreement came into force. */
  since: PlainDate
  /** Until when it is known: today, or the day on which the partnership ended. */
  until: PlainDate
  reachedOn: PlainDate | null
  what: FirstValue | null
}>

/** Of each type the latest so many are the like: what was usual ten years ago says little of today. */
const mostOfType = 400

/**
 * When the partnerships of these types reached their first value: the first deal that was registered, or the first result that was measured,
 * since their first agreement came into force. Those whose agreement is still ahead are not on their way yet.
 */
export const firstValuesOf = async (
  { db, actor, today }: WorkspaceTx,
  types: readonly PartnershipType[],
): Promise<readonly ReachedRow[]> => {
  const { workspaceId } = actor
  const [id, since] = [sql`p.id`, sql`s.since`]
  const { rows } = await sql<ReachedRow & { dealOn: PlainDate | null; measuredOn: PlainDate | null }>`
    select p.id as partnership_id, p.type, s.since, least(coalesce(p.ended_on, ${today}::date), ${today}::date) as until, f.deal_on, f.measured_on
    from (select q.id, q.type, q.ended_on, row_number() over (partition by q.type order by q.id desc) as place from partnership q
      where q.workspace_id = ${workspaceId} and q.type = any(${types}::text[])) p
      cross join lateral (select ${firstInForceOn(workspaceId, id)} as since) s
      cross join lateral (select ${firstRegistered(workspaceId, id, since)} as deal_on,
        ${firstAboveZero(workspaceId, id, resultMetrics, since)} as measured_on) f
    where p.place <= ${mostOfType} and s.since <= ${addDays(today, -1)}::date`.execute(db)
  return rows.map(({ dealOn, measuredOn, ...row }) => {
    const isDeal = dealOn !== null && (measuredOn === null || dealOn <= measuredOn)
    const on = isDeal ? dealOn : measuredOn
    // A week that is measured before it is over is not reached before its last day.
    const reachedOn = on !== null && on > row.until ? row.until : on
    return { ...row, reachedOn, what: reachedOn === null ? null : isDeal ? "deal" : "measured" }
  })
}
