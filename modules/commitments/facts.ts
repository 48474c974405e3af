import type { Side, WorkspaceActor } from "#core/actor"
import type { PlainDate } from "#core/time"
import { addDays } from "#core/time"
import { sql } from "#platform/database"
import {
  decidedStates,
  forgivenStates,
  keptWindowDays,
  openStates,
  overdueForDays,
  pendingStates,
  unsettledStates,
  waitingStates,
} from "./rules.ts"

/**
 * What is derived of a promise, in SQL over rows of `occurrence` (named by the alias `of`), for those who count or filter by it.
 * Each is the rule of the same name; `facts.test.ts` holds the two together.
 */
const column = (of: string, name: string) => sql.ref(`${of}.${name}`)
const oneOf = (states: readonly string[]) => sql.raw(`(${states.map((state) => `'${state}'`).join(", ")})`)

/** The first due day that may still be overdue. */
export const overdueSince = (today: PlainDate): PlainDate => addDays(today, -overdueForDays)

export const isOverdueIn = (of: string, today: PlainDate) =>
  sql<boolean>`(${column(of, "state")} in ${oneOf(unsettledStates)} and ${column(of, "reportedOn")} is null
    and ${column(of, "clockId")} is null and ${column(of, "dueOn")} < ${today}::date and ${column(of, "dueOn")} >= ${overdueSince(today)}::date)`

export const isOldMissIn = (of: string, today: PlainDate) =>
  sql<boolean>`(${column(of, "state")} in ${oneOf(unsettledStates)} and ${column(of, "reportedOn")} is null
    and ${column(of, "clockId")} is null and ${column(of, "dueOn")} < ${overdueSince(today)}::date)`

export const isDueIn = (of: string, today: PlainDate) =>
  sql<boolean>`(${column(of, "state")} = 'due' and ${column(of, "reportedOn")} is null and ${column(of, "dueOn")} >= ${today}::date)`

export const isOpenIn = (of: string) => sql<boolean>`${column(of, "state")} in ${oneOf(openStates)}`

export const isPendingIn = (of: string, today: PlainDate) =>
  sql<boolean>`(${column(of, "state")} in ${oneOf(pendingStates)} or ${isOverdueIn(of, today)})`

/** The first and the last day of its window: the rules `opensOn` and `lapsesOn`. */
const opensOnIn = (of: string) => sql<PlainDate>`(${column(of, "dueOn")} - ${column(of, "windowDays")})`
export const lapsesOnIn = (of: string) => sql<PlainDate>`(${column(of, "dueOn")} + ${column(of, "windowDays")})`

export const becomesDueIn = (of: string, today: PlainDate) =>
  sql<boolean>`(${column(of, "state")} in ${oneOf(waitingStates)} and ${opensOnIn(of)} <= ${today}::date)`

export const becomesMissedIn = (of: string, today: PlainDate) =>
  sql<boolean>`(${column(of, "state")} = 'due' and ${column(of, "reportedOn")} is null and ${lapsesOnIn(of)} < ${today}::date)`

/** It had to be kept, and was decided. */
export const isDecidedIn = (of: string) => sql<boolean>`${column(of, "state")} in ${oneOf(decidedStates)}`

/** It is nobody's failure, whatever became of it: its state forgives it, and no due day of it was let pass. */
export const isForgivenIn = (of: string) =>
  sql<boolean>`(${column(of, "state")} in ${oneOf(forgivenStates)} and ${column(of, "missedOn")} is null)`

export const isKeptInTimeIn = (of: string) =>
  sql<boolean>`(${column(of, "state")} = 'kept' and ${column(of, "missedOn")} is null)`

/** The day it counts on, and the last one of its window. */
const countedOnIn = (of: string) => sql<PlainDate>`coalesce(${column(of, "missedOn")}, ${column(of, "dueOn")})`
export const countedUntilIn = (of: string) => sql<PlainDate>`(${countedOnIn(of)} + ${column(of, "windowDays")})`

/** It fell due in the last half year and was decided, or its day was let pass: the rule `counts`. */
export const countsIn = (of: string, today: PlainDate) =>
  sql<boolean>`((${isDecidedIn(of)} or ${column(of, "missedOn")} is not null) and ${countedOnIn(of)} <= ${today}::date
    and ${countedOnIn(of)} >= ${addDays(today, -keptWindowDays)}::date)`

/** The first day after `today` on which it is counted otherwise with nobody doing anything: the rule `countsOtherwiseOn`. */
export const countsOtherwiseOnIn = (of: string, today: PlainDate) => {
  const [state, dueOn, on] = [column(of, "state"), column(of, "dueOn"), countedOnIn(of)]
  const waits = sql`(${state} in ${oneOf(unsettledStates)} and ${column(of, "reportedOn")} is null and ${column(of, "clockId")} is null)`
  const after = (day: ReturnType<typeof sql>) => sql`case when ${day} > ${today}::date then ${day} end`
  const days = (count: number) => sql.lit(count + 1)
  return sql<PlainDate | null>`least(
    case when ${waits} or ${isOpenIn(of)} then ${after(sql`(${dueOn} + 1)`)} end,
    case when ${waits} then ${after(sql`(${dueOn} + ${days(overdueForDays)})`)} end,
    case when ${isDecidedIn(of)} or ${column(of, "missedOn")} is not null
      then coalesce(${after(on)}, ${after(sql`(${on} + ${days(keptWindowDays)})`)}) end,
    case when ${state} = 'missed' then ${after(sql`(${dueOn} + ${days(keptWindowDays)})`)} end)`
}

/** Partnerships of which a promise's window closed in these days. */
export const lapsedBetween = (workspaceId: string, from: PlainDate, to: PlainDate) => sql`
  select o.partnership_id from occurrence o
  where o.workspace_id = ${workspaceId} and ${lapsesOnIn("o")} between ${from}::date and ${to}::date`

/** Whose promises somebody's figures count, in SQL: the rule `isFigureFor`. */
const isFigureIn = (of: string, actor: WorkspaceActor) =>
  actor.kind === "partner-user"
    ? sql<boolean>`${column(of, "partyId")} in (${actor.workspaceId}, ${actor.organizationId})`
    : sql<boolean>`true`

/**
 * A lateral join named `as` with the two columns of `PromiseCounts` (kept of the last half year, open and overdue today),
 * for the partnership `id` of a row. A company's figures are
 * its own and the host's.
 */
export const promiseCounts = (actor: WorkspaceActor, id: ReturnType<typeof sql>, today: PlainDate, as: string) => {
  const both = (of: (side: Side) => ReturnType<typeof sql>) =>
    sql`jsonb_build_object('host', ${of("host")}, 'partner', ${of("partner")})`
  const kept = (side: Side) => sql`jsonb_build_object(
    'kept', count(*) filter (where owed_by = ${sql.lit(side)} and counts and in_time),
    'due', count(*) filter (where owed_by = ${sql.lit(side)} and counts))`
  const open = (side: Side) => sql`jsonb_build_object(
    'open', count(*) filter (where owed_by = ${sql.lit(side)} and open),
    'overdue', count(*) filter (where owed_by = ${sql.lit(side)} and overdue))`
  return sql`left join lateral (
    select ${both(kept)} as kept, ${both(open)} as promises
    from (select o.owed_by, ${isKeptInTimeIn("o")} as in_time, ${countsIn("o", today)} as counts, ${isOpenIn("o")} as open, ${isOverdueIn("o", today)} as overdue
      from occurrence o where o.workspace_id = ${actor.workspaceId} and o.partnership_id = ${id} and ${isFigureIn("o", actor)}) counted) ${sql.ref(as)} on true`
}
