import { partyOf } from "#core/actor"
import { countedUpTo } from "#core/attention"
import { addDays } from "#core/time"
import { ofReader } from "#modules/partnerships"
import { type Asked, askedIn } from "#platform/attention"
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

/** Those, the longest overdue first, and how many there are. */
export const waitingTasks = async (tx: WorkspaceTx, asked: Asked) => {
  const { actor, today } = tx
  const found = named(tx)
    .select(isOverdueIn("task", actor.workspaceId, today).as("isLate"))
    .where(doable(tx, asked.whose))
    .where(sql<boolean>`true ${askedIn("task.id", asked)}`)
    .orderBy("dueOn")
    .orderBy("id")
    .limit(countedUpTo)
  const rows = await tx.db
    .selectFrom(found.as("found"))
    .selectAll("found")
    .select(sql<number>`count(*) filter (where is_late) over ()`.as("late"))
    .select(sql<number>`count(*) over ()`.as("inAll"))
    .orderBy("dueOn")
    .orderBy("id")
    .limit(asked.most)
    .execute()
  const { late = 0, inAll = 0 } = rows[0] ?? {}
  return { rows: rows.map(({ isLate, late, inAll, ...row }) => row), overdue: late, soon: inAll - late }
}
