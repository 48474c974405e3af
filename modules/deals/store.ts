import type { Side } from "#core/actor"
import { countedUpTo } from "#core/attention"
import type { Id } from "#core/ids"
import { isGoingIn, isLateIn, isPausedIn } from "#modules/clocks"
import { ofReader } from "#modules/partnerships"
import { type Asked, askedIn } from "#platform/attention"
import { sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import { type DealState, type RecordedMove, type RegisteredTo, type Unclocked, waitingStates } from "./rules.ts"

type Closed = { state: DealState; registeredBy: Side; registeredTo: RegisteredTo | null; unclocked: Unclocked | null }

export const deals = tableOf<Closed>()(
  "deal",
  [
    "id",
    "partnershipId",
    "name",
    "customer",
    "amountMinor",
    "currency",
    "state",
    "partyId",
    "registeredBy",
    "registeredAt",
    "registeredTo",
    "askedAt",
    "resumedAt",
    "unclocked",
    "importId",
    "answeredAt",
    "closeOn",
    "closedOn",
    "retractedAt",
    "version",
  ],
  { made: ["recordedAt"] },
)

export type DealRow = Row<typeof deals>

type Filter = Readonly<{
  partnership: Id
  limit: number
  after?: string | undefined
  sort: "registeredAt" | "-registeredAt"
  state?: DealState | undefined
}>

export const listDeals = (tx: WorkspaceTx, { partnership, state, ...asked }: Filter) =>
  deals.page(tx, asked, (rows) => {
    const standing = rows.where("partnershipId", "=", partnership).where("retractedAt", "is", null)
    return state === undefined ? standing : standing.where("state", "=", state)
  })

export const insertDeal = deals.insert

/** Registrations of partners that wait, and have no clock though it is not said why: from before there were clocks, or from a file. */
export const lockUnclocked = async (tx: WorkspaceTx, limit: number): Promise<readonly DealRow[]> => {
  const { rows } = await sql<{ id: Id }>`select d.id from deal d
    where d.workspace_id = ${tx.actor.workspaceId} and d.state = any(${waitingStates}::text[])
      and d.registered_by = 'partner' and d.unclocked is null and d.answered_at is null and d.retracted_at is null
      and not exists (select from clock c where c.workspace_id = d.workspace_id and c.subject_kind = 'deal' and c.subject_id = d.id)
    order by d.id limit ${limit}`.execute(tx.db)
  const locked: DealRow[] = []
  for (const { id } of rows) {
    const deal = await deals.lock(tx, id)
    if (deal) locked.push(deal)
  }
  return locked
}

/** Registrations that an undone import took back, and whose time still counts. */
export const retractedWithClock = async (tx: WorkspaceTx, limit: number): Promise<readonly Id[]> => {
  const { rows } = await sql<{ id: Id }>`select d.id from deal d
    where d.workspace_id = ${tx.actor.workspaceId} and d.import_id is not null and d.retracted_at is not null
      and exists (select from clock c where c.workspace_id = d.workspace_id and c.subject_kind = 'deal' and c.subject_id = d.id and c.voided_at is null)
    order by d.id limit ${limit}`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** Those of these registrations whose time counts. */
export const withClock = async (tx: WorkspaceTx, ids: readonly Id[]): Promise<readonly Id[]> => {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: Id }>`select distinct c.subject_id as id from clock c
    where c.workspace_id = ${tx.actor.workspaceId} and c.subject_kind = 'deal' and c.subject_id = any(${ids}::uuid[])
      and c.voided_at is null`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** How these registrations moved, in order, as the ledger has it. */
export const recordedMoves = async (
  { db, actor }: WorkspaceTx,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, readonly RecordedMove[]>> => {
  const { rows } = await sql<RecordedMove & { dealId: Id }>`
    select e.id, e.subject_id as "dealId", e.payload ->> 'from' as "from", e.payload ->> 'to' as "to", e.occurred_at as at from event e
    where e.workspace_id = ${actor.workspaceId} and e.subject_type = 'deal' and e.subject_id = any(${ids}::uuid[]) and e.kind = 'deal.moved'
    order by e.recorded_at, e.id`.execute(db)
  return Map.groupBy(rows, ({ dealId }) => dealId)
}

/** SQL: clocks on the host's answer that still wait, of the partnerships one looks after or of all. */
const waitingClocks = (tx: WorkspaceTx, whose: "mine" | "all") => sql`clock c
  join deal d on d.workspace_id = c.workspace_id and d.id = c.subject_id and d.retracted_at is null
  join partnership p on p.workspace_id = c.workspace_id and p.id = c.partnership_id ${ofReader(tx, whose)}
  where c.workspace_id = ${tx.actor.workspaceId} and c.subject_kind = 'deal' and ${isGoingIn("c")} and not ${isPausedIn("c")}`

/** Registrations that wait for us, the one due first before the others, and how many there are. */
export const waitingForUs = async (tx: WorkspaceTx, asked: Asked) => {
  type Waiting = Readonly<{ dealId: Id; name: string; partnershipId: Id; partnershipName: string }>
  const { rows } = await sql<Waiting & { late: number; found: number }>`
    select deal_id, name, partnership_id, partnership_name, count(*) filter (where late) over () as late, count(*) over () as found
    from (select c.due_at, c.id as clock_id, d.id as deal_id, d.name, p.id as partnership_id, p.name as partnership_name, ${isLateIn("c", tx.now)} as late
      from ${waitingClocks(tx, asked.whose)} ${askedIn("d.id", asked)} order by c.due_at nulls last, c.id limit ${countedUpTo}) waiting
    order by due_at nulls last, clock_id limit ${asked.most}`.execute(tx.db)
  const { late = 0, found = 0 } = rows[0] ?? {}
  return { rows: rows.map(({ late, found, ...row }): Waiting => row), late, waiting: found - late }
}
