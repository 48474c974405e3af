import { counted, countedUpTo } from "#core/attention"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

/** SQL: `and` the partnership (alias p) is the reader's own to look after. */
export const ofReader = ({ actor }: WorkspaceTx, whose: "mine" | "all") =>
  whose === "mine" && actor.kind === "member" ? sql`and p.owner_id = ${actor.memberId}` : sql``

/** How many partnerships one looks after that have not ended. */
export const countRunning = async (tx: WorkspaceTx, whose: "mine" | "all") => {
  const { rows } = await sql<{ count: number }>`select count(*) from (
    select from partnership p where p.workspace_id = ${tx.actor.workspaceId}
      and p.stage not in ('ended', 'declined') ${ofReader(tx, whose)} limit ${countedUpTo}) as counted`.execute(tx.db)
  return counted(rows[0]?.count ?? 0)
}
