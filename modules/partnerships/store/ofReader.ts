import { counted, countedUpTo } from "#core/attention"
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
