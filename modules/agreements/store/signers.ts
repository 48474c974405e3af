import type { Side } from "#core/actor"
import type { Id } from "#core/ids"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

/** For the demo: the sponsors whom a partnership began with, who are those that sign. */
export const firstSponsors = async (
  { db, actor }: WorkspaceTx,
  partnershipId: Id,
): Promise<ReadonlyMap<Side, string>> => {
  const { rows } = await sql<{ side: Side; name: string }>`
    select distinct on (r.side) r.side, c.name from role_assignment r
    join contact c on c.workspace_id = r.workspace_id and c.id = r.contact_id
    where r.workspace_id = ${actor.workspaceId} and r.partnership_id = ${partnershipId} and r.role = 'executive_sponsor'
    order by r.side, r.from_on, r.id`.execute(db)
  return new Map(rows.map(({ side, name }) => [side, name]))
}
