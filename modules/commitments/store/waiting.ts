import { partyOf, type Side } from "#core/actor"
import { countedUpTo } from "#core/attention"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { addDays } from "#core/time"
import { ofReader } from "#modules/partnerships"
import { type Asked, askedIn } from "#platform/attention"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { isDueIn, isOldMissIn, isOverdueIn, overdueSince } from "../facts.ts"
import type { AskedOf, EvidenceNeeded, OccurrenceState, Undo } from "../rules.ts"
import { askedAbout, isProposedIn } from "./proposal.ts"

type Sql = ReturnType<typeof sql>

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

/** How far ahead a day is planned. */
const plannedDays = 14

/**
 * SQL: rows of one state (alias o) with their partnership's name, up to the count that tells more than enough. Each state by itself is a
 * range on the index occurrence_side that is already in order, so that it stops there.
 */
const inState = (
  tx: WorkspaceTx,
  asked: Asked,
  side: Side,
  state: OccurrenceState,
  also: Sql,
  order: "asc" | "desc",
) => sql`(
  select o.*, p.name as partnership_name from occurrence o
    join partnership p on p.workspace_id = o.workspace_id and p.id = o.partnership_id ${ofReader(tx, asked.whose)}
  where o.workspace_id = ${tx.actor.workspaceId} and o.owed_by = ${side} and o.state = ${state} and o.clock_id is null
    and o.due_on >= ${overdueSince(tx.today)}::date ${also} ${askedOf(tx, side)}
  order by o.due_on ${sql.raw(order)}, o.id limit ${countedUpTo})`

/** What a side plans by: the host by what it can still do and what comes next, a company's people by all that is due or overdue. */
const planned = (tx: WorkspaceTx, asked: Asked, side: Side) => {
  const own = side === tx.actor.side ? sql`and o.reported_on is null` : sql``
  const those = sql`${own} ${askedIn("o.id", asked)}`
  if (tx.actor.side === "partner")
    return sql`${inState(tx, asked, side, "due", those, "asc")} union all ${inState(tx, asked, side, "missed", those, "desc")}`
  const soon = sql`${those} and o.due_on <= ${addDays(tx.today, plannedDays)}::date`
  const reported = sql`${those} and o.reported_on is not null`
  return sql`${inState(tx, asked, side, "due", soon, "asc")} union all ${inState(tx, asked, side, "upcoming", soon, "asc")}
    union all ${inState(tx, asked, side, "missed", reported, "desc")}`
}

/** SQL: what is told of a promise (alias o, with its partnership's name) that waits, with its commitment (alias c). */
const waitingColumns = ({ actor }: WorkspaceTx) => sql`
  o.id, o.commitment_id, o.partnership_id, o.partnership_name, c.title, o.party_id, o.owed_by, o.due_on, o.window_days, o.state, o.closed_on,
  o.reported_on, o.recorded_at, o.re_dated, o.missed_on, o.undo, o.clock_id, ${askedAbout(actor.workspaceId, "o")} as asked, c.evidence_needed`

/**
 * Promises of one side that wait for an act, and how many there are. What one has reported oneself waits for the other side; what a clock
 * decides is shown with its clock. Cut off is what is furthest ahead; of what a company's people read, what is longest overdue.
 */
export const waitingPromises = async (tx: WorkspaceTx, asked: Asked, side: Side) => {
  const order = sql.raw(tx.actor.side === "partner" ? "desc" : "asc")
  const { rows } = await sql<WaitingRow & { counts: Counts }>`
    select ${waitingColumns(tx)}, o.counts
    from (
      select o.*, jsonb_build_object(
        'awaiting', count(*) filter (where o.reported_on is not null) over (),
        'coming', count(*) filter (where o.state = 'upcoming' and o.reported_on is null) over (),
        'overdue', count(*) filter (where ${isOverdueIn("o", tx.today)}) over (),
        'due', count(*) filter (where ${isDueIn("o", tx.today)}) over (),
        'read', greatest(count(*) filter (where o.state = 'due') over (), count(*) filter (where o.state = 'upcoming') over (),
          count(*) filter (where o.state = 'missed') over ())) as counts
      from (${planned(tx, asked, side)}) o
      order by o.due_on ${order}, o.id limit ${asked.most}) o
    join commitment c on c.workspace_id = ${tx.actor.workspaceId} and c.id = o.commitment_id
    order by o.due_on ${order}, o.id`.execute(tx.db)
  return {
    rows: rows.map(({ counts, ...row }): WaitingRow => row),
    counts: rows[0]?.counts ?? { overdue: 0, due: 0, coming: 0, awaiting: 0, read: 0 },
  }
}

/** `read` is how many of one state were counted at most: at the limit, all the others are at least what they say. */
type Counts = Readonly<Record<"overdue" | "due" | "coming" | "awaiting" | "read", number>>

/**
 * Promises of the other side about which it asks for the reader's word, or says that a change was agreed while nobody here could be
 * asked, the longest asked first, and how many there are.
 */
export const proposedPromises = async (tx: WorkspaceTx, asked: Asked) => {
  const { actor } = tx
  const theirs: Side = actor.side === "host" ? "partner" : "host"
  const { rows } = await sql<WaitingRow & { found: number }>`
    select ${waitingColumns(tx)}, o.found
    from (
      select o.*, count(*) over () as found from (
        select o.*, p.name as partnership_name, pr.proposed_at from promise_proposal pr
          join occurrence o on o.workspace_id = pr.workspace_id and o.id = pr.occurrence_id and o.owed_by = ${theirs}
          join partnership p on p.workspace_id = pr.workspace_id and p.id = pr.partnership_id ${ofReader(tx, asked.whose)}
        where pr.workspace_id = ${actor.workspaceId} and pr.state in ('open', 'recorded') ${askedIn("o.id", asked)}
        order by pr.proposed_at, o.id limit ${countedUpTo}) o
      order by o.proposed_at, o.id limit ${asked.most}) o
    join commitment c on c.workspace_id = ${actor.workspaceId} and c.id = o.commitment_id
    order by o.proposed_at, o.id`.execute(tx.db)
  return { rows: rows.map(({ found, ...row }): WaitingRow => row), found: rows[0]?.found ?? 0 }
}

type MissedRow = Readonly<{
  partnershipId: Id
  partnershipName: string
  ours: number
  theirs: number
  proposed: number
  oldestOn: PlainDate
  newestOn: PlainDate
}>

/** What was missed and is not settled, by partnership, the newest miss first, and how much there is in all. */
export const missedPromises = async (tx: WorkspaceTx, asked: Asked) => {
  const those = sql`and ${isOverdueIn("o", tx.today)} ${askedIn("o.partnershipId", asked)}`
  const of = (side: Side) => inState(tx, asked, side, "missed", those, "desc")
  const { rows } = await sql<MissedRow & { allOurs: number; allTheirs: number; found: number }>`
    select o.partnership_id, o.partnership_name, count(*) filter (where o.owed_by = 'host') as ours,
      count(*) filter (where o.owed_by = 'partner') as theirs,
      count(*) filter (where o.owed_by = 'host' and ${isProposedIn(tx.actor.workspaceId, "o")}) as proposed, min(o.due_on) as oldest_on, max(o.due_on) as newest_on,
      (sum(count(*) filter (where o.owed_by = 'host')) over ())::int as all_ours,
      (sum(count(*) filter (where o.owed_by = 'partner')) over ())::int as all_theirs, count(*) over () as found
    from (${of("host")} union all ${of("partner")}) o
    group by o.partnership_id, o.partnership_name
    order by newest_on desc, o.partnership_id limit ${asked.most}`.execute(tx.db)
  const { allOurs = 0, allTheirs = 0, found = 0 } = rows[0] ?? {}
  return {
    rows: rows.map(({ allOurs, allTheirs, found, ...row }): MissedRow => row),
    ours: allOurs,
    theirs: allTheirs,
    found,
  }
}

/** How many promises were missed longer ago than is listed, and are not settled. */
export const olderMisses = async (tx: WorkspaceTx, { whose }: Pick<Asked, "whose">): Promise<number> => {
  const of = (side: Side, state: OccurrenceState) => sql`(
    select o.id from occurrence o
      join partnership p on p.workspace_id = o.workspace_id and p.id = o.partnership_id ${ofReader(tx, whose)}
    where o.workspace_id = ${tx.actor.workspaceId} and o.owed_by = ${side} and o.state = ${state} and ${isOldMissIn("o", tx.today)}
    limit ${countedUpTo})`
  const { rows } = await sql<{ older: number }>`select count(*)::int as older from (
    ${of("host", "missed")} union all ${of("host", "due")} union all ${of("partner", "missed")} union all ${of("partner", "due")}) o`.execute(
    tx.db,
  )
  return rows[0]?.older ?? 0
}
