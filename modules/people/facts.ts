import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"
import { sql } from "#platform/database"

/** Who left which role in these partnerships, as known at an instant; columns as drift's turning points have them. */
export const departures = (workspaceId: Id, partnershipIds: readonly Id[], knownAt: Instant) => sql`
  select r.id, r.partnership_id, 'role' as source, r.role || '_left' as kind, r.to_on as occurred_on, r.side, r.party_id, c.name as note
  from role_assignment r join contact c on c.workspace_id = r.workspace_id and c.id = r.contact_id
  where r.workspace_id = ${workspaceId} and r.partnership_id = any(${partnershipIds}::uuid[]) and r.to_on is not null
    and coalesce(r.ended_recorded_at, r.recorded_at) <= ${knownAt}`

/** Partnerships in which a side's executive sponsor came or left since a day. */
export const sponsorChanged = (workspaceId: Id, since: PlainDate) => sql`
  select r.partnership_id from role_assignment r
  where r.workspace_id = ${workspaceId} and r.role = 'executive_sponsor' and greatest(r.from_on, r.to_on) >= ${since}::date`

/** Somebody was invited to this side and the invitation was not taken back. */
export const hasInvited = (workspaceId: Id, side: "host" | "partner") =>
  sql<boolean>`exists (select from invitation where workspace_id = ${workspaceId} and side = ${side} and revoked_at is null)`
