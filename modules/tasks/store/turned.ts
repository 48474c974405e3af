import type { System } from "#core/actor"
import type { Instant, PlainDate } from "#core/time"
import { addDays } from "#core/time"
import { isLiveIn } from "#modules/partnerships"
import { sql } from "#platform/database"
import type { Tx, WorkspaceTx } from "#platform/tx"
import { isDueSoonIn, isOverdueIn } from "../facts.ts"
import { type TaskRow, tasks } from "./task.ts"

export type Turn = "due_soon" | "overdue"

export type TurnedTask = Pick<TaskRow, "id" | "partnershipId" | "partyId" | "title" | "owedBy" | "visibility" | "dueOn">

const columns = { due_soon: sql.ref("warnedAt"), overdue: sql.ref("overdueAt") } as const

/** Tasks whose day is near, or has passed, and of which nobody was told yet; marks them as told. Rows another worker holds are left to it. */
export const turnTasks = async (tx: Tx<System>, turn: Turn, limit: number): Promise<readonly TurnedTask[]> => {
  const { db, actor, now, today } = tx
  const turns = turn === "overdue" ? isOverdueIn : isDueSoonIn
  const { rows } = await sql<TurnedTask>`
    with batch as (
      select t.id from task t
        join partnership p on p.workspace_id = t.workspace_id and p.id = t.partnership_id and ${isLiveIn("p")}
      where t.workspace_id = ${actor.workspaceId} and t.state = 'open' and ${sql.ref("t")}.${columns[turn]} is null
        and ${turns("t", actor.workspaceId, today)}
      limit ${limit} for update of t skip locked)
    update task t set ${columns[turn]} = ${now} from batch
      where t.workspace_id = ${actor.workspaceId} and t.id = batch.id
      returning t.id, t.partnership_id, t.party_id, t.title, t.owed_by, t.visibility, t.due_on`.execute(db)
  return rows
}

/** Those that were turned in one moment and still are what they were then: not long ago, and open. */
export const turnedAt = (tx: WorkspaceTx, turn: Turn, at: Instant, withinDays: number) => {
  const since: PlainDate = addDays(tx.today, -withinDays)
  return tasks
    .rows(tx)
    .where(turn === "overdue" ? "overdueAt" : "warnedAt", "=", at)
    .where("state", "=", "open")
    .where("dueOn", ">=", since)
    .execute()
}
