import { partyOf } from "#core/actor"
import { countedUpTo } from "#core/attention"
import { addDays } from "#core/time"
import { ofReader } from "#modules/partnerships"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { isOverdueIn, isWaitingIn } from "../facts.ts"
import { named } from "./task.ts"

type Whose = Parameters<typeof ofReader>[1]

/** How far ahead somebody's own work is shown. */
const shownDays = 14

/** One's own open tasks that can be done, of one's own or, for all, of one's party: those overdue and those of the next two weeks. */
const doable = (tx: WorkspaceTx, whose: Whose) => {
  const { actor, today } = tx
  const mine = sql<boolean>`task.owner_id = ${actor.userId ?? ""}`
  const ofParty = sql<boolean>`task.party_id = ${partyOf(actor)}`
  return sql<boolean>`(${whose === "mine" ? mine : ofParty} and task.state = 'open' and task.due_on <= ${addDays(today, shownDays)}::date
    and not ${isWaitingIn("task", actor.workspaceId)}
    and exists (select from partnership p where p.workspace_id = ${actor.workspaceId} and p.id = task.partnership_id ${ofReader(tx, "all")}))`
}

export const waitingTasks = (tx: WorkspaceTx, whose: Whose, limit: number) =>
  named(tx).where(doable(tx, whose)).orderBy("dueOn").orderBy("id").limit(limit).execute()

export const countWaiting = async (tx: WorkspaceTx, whose: Whose) => {
  const { db, actor, today } = tx
  const overdue = isOverdueIn("task", actor.workspaceId, today)
  const count = (condition: ReturnType<typeof sql>) => sql`(select count(*) from (
    select from task where task.workspace_id = ${actor.workspaceId} and ${doable(tx, whose)} and ${condition}
    limit ${countedUpTo}) as counted)`
  const { rows } = await sql<{ overdue: number; soon: number }>`
    select ${count(overdue)} as overdue, ${count(sql`not ${overdue}`)} as soon`.execute(db)
  return rows[0] ?? { overdue: 0, soon: 0 }
}
