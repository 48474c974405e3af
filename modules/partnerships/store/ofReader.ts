import { counted, countedUpTo } from "#core/attention"
import type { Id } from "#core/ids"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { isLiveIn } from "../facts.ts"

/** SQL: `and` the partnership (alias p) has not ended, and is the reader's own to look after where that was asked for. */
export const ofReader = ({ actor }: WorkspaceTx, whose: "mine" | "all") =>
  whose === "mine" && actor.kind === "member"
    ? sql`and ${isLiveIn("p")} and p.owner_id = ${actor.memberId}`
    : sql`and ${isLiveIn("p")}`

/** How many partnerships one looks after that have not ended. */
export const countRunning = async (tx: WorkspaceTx, whose: "mine" | "all") => {
  const { rows } = await sql<{ count: number }>`select count(*) from (
    select from partnership p where p.workspace_id = ${tx.actor.workspaceId} ${ofReader(tx, whose)} limit ${countedUpTo}) as counted`.execute(
    tx.db,
  )
  return counted(rows[0]?.count ?? 0)
}

/** The accounts of those who look after these partnerships: members who have not left. */
export const ownersOf = async (
  { db, actor }: WorkspaceTx,
  partnershipIds: readonly Id[],
): Promise<ReadonlyMap<Id, string>> => {
  const { rows } = await sql<{ id: Id; userId: string }>`
    select p.id, m.user_id from partnership p
      join member m on m.workspace_id = p.workspace_id and m.id = p.owner_id and m.deactivated_at is null
    where p.workspace_id = ${actor.workspaceId} and p.id = any(${partnershipIds}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, userId }) => [id, userId]))
}
