import { countedUpTo } from "#core/attention"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { ofReader } from "#modules/partnerships"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

type Whose = Parameters<typeof ofReader>[1]

type WaitingCase = Readonly<{
  id: Id
  partnershipId: Id
  partnershipName: string
  onset: Readonly<{ date: PlainDate; low: PlainDate; high: PlainDate }> | null
  changedSince: PlainDate | null
  firstSide: "host" | "partner" | "both" | "undetermined"
  firstPartyId: Id | null
  cause: string | null
}>

/** Open drift cases, the latest onset first: the sooner one acts, the more there is to save. */
export const waitingCases = async (tx: WorkspaceTx, whose: Whose, limit: number): Promise<readonly WaitingCase[]> => {
  const { rows } = await sql<WaitingCase>`
    select d.id, d.partnership_id, p.name as partnership_name, 
      d.finding ->> 'changedSince' as changed_since, case when d.finding ->> 'changedSince' is null
        then jsonb_build_object('date', d.onset_on, 'low', d.onset_low, 'high', d.onset_high) end as onset, d.first_side, d.first_party_id, coalesce(d.confirmed_cause, d.cause) as cause
    from drift_case d join partnership p on p.workspace_id = d.workspace_id and p.id = d.partnership_id ${ofReader(tx, whose)}
    where d.workspace_id = ${tx.actor.workspaceId} and d.state = 'open'
    order by d.onset_on desc, d.id limit ${limit}`.execute(tx.db)
  return rows
}

export const countOpenCases = async (tx: WorkspaceTx, whose: Whose): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*) from (
    select from drift_case d join partnership p on p.workspace_id = d.workspace_id and p.id = d.partnership_id ${ofReader(tx, whose)}
    where d.workspace_id = ${tx.actor.workspaceId} and d.state = 'open' limit ${countedUpTo}) as counted`.execute(tx.db)
  return rows[0]?.count ?? 0
}
