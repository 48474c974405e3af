import type { Id } from "#core/ids"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

/**
 * Says that facts behind these partnerships' signals changed, so that the next scan looks at them again.
 * One statement however many they are; in id order, so that two imports at once cannot wait for each other.
 */
export const markStale = async ({ db, actor, now }: WorkspaceTx, partnershipIds: readonly Id[]): Promise<void> => {
  const ids = [...new Set(partnershipIds)].sort()
  if (ids.length === 0) return
  await sql`insert into stale_partnership (workspace_id, partnership_id, touched_at)
    select ${actor.workspaceId}::uuid, id, ${now}::timestamptz from unnest(${ids}::uuid[]) as id
    on conflict (workspace_id, partnership_id) do update set touched_at = excluded.touched_at`.execute(db)
}
