import { partyOf, type Side } from "#core/actor"
import { countedUpTo } from "#core/attention"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { ofReader } from "#modules/partnerships"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { isDueIn, isOldMissIn, isOverdueIn, overdueSince } from "../facts.ts"
import type { AskedOf, EvidenceNeeded, OccurrenceState, Undo } from "../rules.ts"
import { askedAbout } from "./proposal.ts"

type Whose = Parameters<typeof ofReader>[1]

type WaitingRow = Readonly<{
  id: Id
  commitmentId: Id
  partnershipId: Id
  partnershipName: string
  title: string
  partyId: Id
  owedBy: Side
  dueOn: PlainDate
  windowDays: number
  state: OccurrenceState
  closedOn: PlainDate | null
  reportedOn: PlainDate | null
  recordedAt: string | null
  reDated: number
  missedOn: PlainDate | null
  undo: Undo | null
  asked: AskedOf | null
  evidenceNeeded: EvidenceNeeded
  clockId: null
}>

/** SQL: `and` of one side's promises (alias o) those that a reader is asked about; a company owes only its own. */
const askedOf = ({ actor }: WorkspaceTx, side: Side) =>
  actor.side === "partner" && side === "partner" ? sql`and o.party_id = ${partyOf(actor)}` : sql``

/**
 * Due and missed promises of one side, the longest overdue first. What one has reported oneself waits for the other side; what a clock decides is
 * shown with its clock.
 */
export const waitingPromises = async (
  tx: WorkspaceTx,
  whose: Whose,
  side: Side,
  limit: number,
): Promise<readonly WaitingRow[]> => {
  const since = overdueSince(tx.today)
  // Each state by itself is a range on the index occurrence_side that is already in order, so that it stops at the limit.
  const inState = (state: OccurrenceState) => sql`(
    select o.*, p.name as partnership_name from occurrence o
      join partnership p on p.workspace_id = o.workspace_id and p.id = o.partnership_id ${ofReader(tx, whose)}
    where o.workspace_id = ${tx.actor.workspaceId} and o.owed_by = ${side} and o.state = ${state} and o.due_on >= ${since}::date and o.clock_id is null
      ${side === tx.actor.side ? sql`and o.reported_on is null` : sql``} ${askedOf(tx, side)}
    order by o.due_on, o.id limit ${limit})`
  const { rows } = await sql<WaitingRow>`
    select o.id, o.commitment_id, o.partnership_id, o.partnership_name, c.title, o.party_id, o.owed_by, o.due_on, o.window_days, o.state, o.closed_on,
      o.reported_on, o.recorded_at, o.re_dated, o.missed_on, o.undo, o.clock_id, ${askedAbout(tx.actor.workspaceId, "o")} as asked, c.evidence_needed
    from (${inState("due")} union all ${inState("missed")}) o
      join commitment c on c.workspace_id = ${tx.actor.workspaceId} and c.id = o.commitment_id
    order by o.due_on, o.id limit ${limit}`.execute(tx.db)
  return rows
}

/** How many promises of one side are overdue, how many are due, that nobody has reported, and how many were missed longer ago. */
export const countWaiting = async (tx: WorkspaceTx, whose: Whose, side: Side) => {
  const count = (condition: ReturnType<typeof sql>) => sql`(select count(*) from (
    select from occurrence o join partnership p on p.workspace_id = o.workspace_id and p.id = o.partnership_id ${ofReader(tx, whose)}
    where o.workspace_id = ${tx.actor.workspaceId} and o.owed_by = ${side} and ${condition} ${askedOf(tx, side)}
    limit ${countedUpTo}) as counted)`
  const { rows } = await sql<{
    overdue: number
    due: number
    older: number
  }>`select ${count(isOverdueIn("o", tx.today))} as overdue, ${count(isDueIn("o", tx.today))} as due,
    ${count(isOldMissIn("o", tx.today))} as older`.execute(tx.db)
  return rows[0] ?? { overdue: 0, due: 0, older: 0 }
}
