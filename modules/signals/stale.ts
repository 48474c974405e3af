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

/** The same for partnerships that a query answers (as `partnership_id`); who is marked already keeps the earlier moment. */
export const markStaleWhere = async (
  { db, actor, now }: WorkspaceTx,
  partnershipIds: ReturnType<typeof sql>,
): Promise<void> => {
  await sql`insert into stale_partnership (workspace_id, partnership_id, touched_at)
    select ${actor.workspaceId}::uuid, moved.partnership_id, ${now}::timestamptz from (${partnershipIds}) as moved
    order by moved.partnership_id
    on conflict (workspace_id, partnership_id) do nothing`.execute(db)
}

/**
 * Takes the mark off and says who had it. Done first in the transaction: it waits for those who are just recording facts, whose
 * facts are then read; whoever records later marks anew.
 */
export const takeStale = async ({ db, actor }: WorkspaceTx, partnershipIds: readonly Id[]): Promise<readonly Id[]> =>
  (
    await sql<{
      partnershipId: Id
    }>`delete from stale_partnership where workspace_id = ${actor.workspaceId} and partnership_id in (
        select partnership_id from stale_partnership where workspace_id = ${actor.workspaceId}
          and partnership_id = any(${partnershipIds}::uuid[]) order by partnership_id for update)
      returning partnership_id`.execute(db)
  ).rows.map((row) => row.partnershipId)

/** Which of these are marked; the marks stay. */
export const staleAmong = async ({ db, actor }: WorkspaceTx, partnershipIds: readonly Id[]): Promise<readonly Id[]> =>
  (
    await sql<{ partnershipId: Id }>`select partnership_id from stale_partnership
      where workspace_id = ${actor.workspaceId} and partnership_id = any(${partnershipIds}::uuid[])`.execute(db)
  ).rows.map((row) => row.partnershipId)
