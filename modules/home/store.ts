import type { Side, WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { addDays } from "#core/time"
import { sql } from "#platform/database"
import type { Tx } from "#platform/tx"
import type { EvidenceNeeded, OccurrenceState } from "#rules/commitments"
import { overdueForDays } from "#rules/partnerships"

export type Whose = "mine" | "all"

/** Beyond this a count tells nobody more, and would cost more the larger the portfolio is. */
export const countedUpTo = 1_000
const noticeWithinDays = 60
const endingWithinDays = 90

/** `and` the partnership (alias p) is the reader's own. */
const owned = ({ actor }: Tx<WorkspaceActor>, whose: Whose) =>
  whose === "mine" && actor.kind === "member" ? sql`and p.owner_id = ${actor.memberId}` : sql``

type PromiseRow = Readonly<{
  id: Id
  partnershipId: Id
  partnershipName: string
  title: string
  owedBy: Side
  dueOn: PlainDate
  windowDays: number
  state: OccurrenceState
  closedOn: PlainDate | null
  reportedOn: PlainDate | null
  recordedAt: string | null
  reDated: number
  evidenceNeeded: EvidenceNeeded
}>

/** Due and missed promises of one side, the longest overdue first. What we have reported waits for the other side, not for us. */
export const openPromises = async (
  tx: Tx<WorkspaceActor>,
  whose: Whose,
  side: Side,
  limit: number,
): Promise<readonly PromiseRow[]> => {
  const since = addDays(tx.today, -overdueForDays)
  // Each state by itself is a range on the index occurrence_side that is already in order, so that it stops at the limit.
  const inState = (state: OccurrenceState) => sql`(
    select o.*, p.name as partnership_name from occurrence o
      join partnership p on p.workspace_id = o.workspace_id and p.id = o.partnership_id ${owned(tx, whose)}
    where o.workspace_id = ${tx.actor.workspaceId} and o.owed_by = ${side} and o.state = ${state} and o.due_on >= ${since}::date
      and (o.owed_by = 'partner' or o.reported_on is null)
    order by o.due_on, o.id limit ${limit})`
  const { rows } = await sql<PromiseRow>`
    select o.id, o.partnership_id, o.partnership_name, c.title, o.owed_by, o.due_on, o.window_days, o.state, o.closed_on,
      o.reported_on, o.recorded_at, o.re_dated, c.evidence_needed
    from (${inState("due")} union all ${inState("missed")}) o
      join commitment c on c.workspace_id = ${tx.actor.workspaceId} and c.id = o.commitment_id
    order by o.due_on, o.id limit ${limit}`.execute(tx.db)
  return rows
}

type Counts = Readonly<
  Record<"partnerships" | "overdueOurs" | "dueOurs" | "overdueTheirs" | "dueTheirs" | "drifting", number>
>

export const countOpen = async (tx: Tx<WorkspaceActor>, whose: Whose): Promise<Counts> => {
  const promises = (side: Side, condition: ReturnType<typeof sql>) => sql`(select count(*) from (
    select from occurrence o join partnership p on p.workspace_id = o.workspace_id and p.id = o.partnership_id ${owned(tx, whose)}
    where o.workspace_id = ${tx.actor.workspaceId} and o.owed_by = ${side} and o.reported_on is null and ${condition}
    limit ${countedUpTo}) as counted)`
  const overdue = sql`o.state in ('due', 'missed') and o.due_on < ${tx.today}::date and o.due_on >= ${addDays(tx.today, -overdueForDays)}::date`
  const due = sql`o.state = 'due' and o.due_on >= ${tx.today}::date`
  const { rows } = await sql<Counts>`select
    (select count(*) from (select from partnership p where p.workspace_id = ${tx.actor.workspaceId}
      and p.stage not in ('ended', 'declined') ${owned(tx, whose)} limit ${countedUpTo}) as counted) as partnerships,
    ${promises("host", overdue)} as overdue_ours, ${promises("host", due)} as due_ours,
    ${promises("partner", overdue)} as overdue_theirs, ${promises("partner", due)} as due_theirs,
    (select count(*) from (select from drift_case d join partnership p on p.workspace_id = d.workspace_id and p.id = d.partnership_id ${owned(tx, whose)}
      where d.workspace_id = ${tx.actor.workspaceId} and d.state = 'open' limit ${countedUpTo}) as counted) as drifting`.execute(
    tx.db,
  )
  const [counts] = rows
  if (!counts) throw new Error("a count always answers")
  return counts
}

type CaseRow = Readonly<{
  id: Id
  partnershipId: Id
  partnershipName: string
  onsetOn: PlainDate
  onsetLow: PlainDate
  onsetHigh: PlainDate
  firstSide: "host" | "partner" | "both" | "undetermined"
  cause: string | null
}>

/** Open drift cases, the latest onset first: the sooner one acts, the more there is to save. */
export const openCases = async (tx: Tx<WorkspaceActor>, whose: Whose, limit: number): Promise<readonly CaseRow[]> => {
  const { rows } = await sql<CaseRow>`
    select d.id, d.partnership_id, p.name as partnership_name, d.onset_on, d.onset_low, d.onset_high, d.first_side, coalesce(d.confirmed_cause, d.cause) as cause
    from drift_case d join partnership p on p.workspace_id = d.workspace_id and p.id = d.partnership_id ${owned(tx, whose)}
    where d.workspace_id = ${tx.actor.workspaceId} and d.state = 'open'
    order by d.onset_on desc, d.id limit ${limit}`.execute(tx.db)
  return rows
}

type DeadlineRow = Readonly<{
  agreementId: Id
  partnershipId: Id
  partnershipName: string
  title: string
  startsOn: PlainDate
  endsOn: PlainDate
  noticeDays: number | null
  autoRenews: boolean
}>

/** Agreements in force whose notice day or last day is near, in the order of that day. */
export const deadlines = async (
  tx: Tx<WorkspaceActor>,
  whose: Whose,
  which: "notice" | "ending",
  limit: number,
): Promise<readonly DeadlineRow[]> => {
  const day = which === "notice" ? sql`(a.ends_on - coalesce(a.notice_days, 0))` : sql`a.ends_on`
  const within = addDays(tx.today, which === "notice" ? noticeWithinDays : endingWithinDays)
  const { rows } = await sql<DeadlineRow>`
    select a.id as agreement_id, a.partnership_id, p.name as partnership_name, a.title, a.starts_on, a.ends_on, a.notice_days, a.auto_renews
    from agreement a join partnership p on p.workspace_id = a.workspace_id and p.id = a.partnership_id ${owned(tx, whose)}
    where a.workspace_id = ${tx.actor.workspaceId} and a.state = 'in_force' and ${day} between ${tx.today}::date and ${within}::date
      ${which === "notice" ? sql`and a.notice_days is not null` : sql``}
    order by ${day}, a.id limit ${limit}`.execute(tx.db)
  return rows
}
