import { partyOf } from "#core/actor"
import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"
import { addDays } from "#core/time"
import { isLiveIn } from "#modules/partnerships"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { isDueSoonIn, isOverdueIn } from "../facts.ts"
import { dueSoonDays } from "../rules.ts"
import { type TaskRow, tasks } from "./task.ts"

export type Turn = "due_soon" | "overdue"

export type TurnedTask = Pick<
  TaskRow,
  "id" | "partnershipId" | "partyId" | "title" | "owedBy" | "visibility" | "dueOn" | "ownerId"
>

const columns = { due_soon: sql.ref("warnedAt"), overdue: sql.ref("overdueAt") } as const

/**
 * Tasks whose day is near, or has passed, and of which nobody was told yet; marks them as told. Rows another worker holds are left
 * to it. Asked as one of a company's people it turns what the company keeps to itself; all else is turned as Keelson.
 */
export const turnTasks = async (tx: WorkspaceTx, turn: Turn, limit: number): Promise<readonly TurnedTask[]> => {
  const { db, actor, now, today } = tx
  const turns = turn === "overdue" ? isOverdueIn : isDueSoonIn
  const kept = actor.kind === "partner-user" ? sql`and t.private_to = ${partyOf(actor)}` : sql``
  const { rows } = await sql<TurnedTask>`
    with batch as (
      select t.id from task t
        join partnership p on p.workspace_id = t.workspace_id and p.id = t.partnership_id and ${isLiveIn("p")}
      where t.workspace_id = ${actor.workspaceId} and t.state = 'open' and ${sql.ref("t")}.${columns[turn]} is null
        and ${turns("t", actor.workspaceId, today)} ${kept}
      limit ${limit} for update of t skip locked)
    update task t set ${columns[turn]} = ${now} from batch
      where t.workspace_id = ${actor.workspaceId} and t.id = batch.id
      returning t.id, t.partnership_id, t.party_id, t.title, t.owed_by, t.visibility, t.due_on, t.owner_id`.execute(db)
  return rows
}

/** Companies that keep such tasks to themselves. */
export const companiesToAsk = async ({ db, actor, today }: WorkspaceTx): Promise<readonly Id[]> => {
  const { rows } = await sql<{ partyId: Id }>`
    select party_id from companies_with_turned_tasks(${actor.workspaceId}, ${today}::date, ${addDays(today, dueSoonDays)}::date)`.execute(
    db,
  )
  return rows.map(({ partyId }) => partyId)
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
