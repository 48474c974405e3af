import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { everydayKinds } from "./rules.ts"

/** A lateral join named `as` with the column `last_activity_at`, for the partnership `id` of a row. What was retracted did not happen. */
export const lastActivity = (workspaceId: string, id: ReturnType<typeof sql>, as: string) =>
  sql`left join lateral (
    select a.occurred_at as last_activity_at from activity a
    where a.workspace_id = ${workspaceId} and a.partnership_id = ${id} and a.retracted_at is null
    order by a.occurred_at desc, a.id desc limit 1) ${sql.ref(as)} on true`

/**
 * Acts in these partnerships that are not their daily work, as known at an instant: no everyday kind, and of a kind that did not
 * happen more than `times` times. Columns as drift's turning points have them.
 */
export const rareActs = ({ actor }: WorkspaceTx, partnershipIds: readonly Id[], knownAt: Instant, times: number) => sql`
  select seen.id, seen.partnership_id, 'activity' as source, seen.kind, (seen.occurred_at at time zone ${actor.timeZone})::date as occurred_on,
    case seen.direction when 'from_host' then 'host' when 'from_partner' then 'partner' else 'both' end as side, seen.party_id,
    coalesce(seen.summary, '') as note
  from (
    select a.id, a.partnership_id, a.kind, a.occurred_at, a.direction, a.party_id, a.summary,
      count(*) over (partition by a.partnership_id, a.kind) as times
    from activity a where a.workspace_id = ${actor.workspaceId} and a.partnership_id = any(${partnershipIds}::uuid[])
      and a.kind !~* ${everydayKinds} and a.recorded_at <= ${knownAt} and (a.retracted_at is null or a.retracted_at > ${knownAt})
  ) as seen where seen.times <= ${times}`

/** Something of the kind is on record; what was retracted is not. */
export const hasActivities = (workspaceId: Id) =>
  sql<boolean>`exists (select from activity where workspace_id = ${workspaceId} and retracted_at is null)`
