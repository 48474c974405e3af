import type { Id } from "#core/ids"
import { sql } from "#platform/database"
import { writeRows } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"

/**
 * Says that facts behind these partnerships' signals changed, so that the next scan looks at them again.
 * In id order, so that two imports at once cannot wait for each other.
 */
export const markStale = async (tx: WorkspaceTx, partnershipIds: readonly Id[]): Promise<void> => {
  await mark(tx, partnershipIds, "do update set touched_at = excluded.touched_at")
}

/** The same for partnerships that a query answers (as `partnership_id`); who is marked already keeps the earlier moment. */
export const markStaleWhere = async (tx: WorkspaceTx, partnershipIds: ReturnType<typeof sql>): Promise<void> => {
  const { rows } = await sql<{ partnershipId: Id }>`${partnershipIds}`.execute(tx.db)
  await mark(
    tx,
    rows.map(({ partnershipId }) => partnershipId),
    "do nothing",
  )
}

const mark = async (tx: WorkspaceTx, partnershipIds: readonly Id[], ifMarked: string): Promise<void> => {
  await writeRows(tx, {
    into: "stale_partnership",
    same: { touched_at: tx.now },
    columns: ["partnership_id"],
    rows: [...new Set(partnershipIds)].sort().map((id) => [id]),
    onConflict: `on conflict (workspace_id, partnership_id) ${ifMarked}`,
  })
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
