import { countedUpTo } from "#core/attention"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { ofReader } from "#modules/partnerships"
import { nextTaskAbout } from "#modules/tasks"
import { type Asked, askedIn } from "#platform/attention"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { Cause } from "../rules.ts"

type WaitingCase = Readonly<{
  id: Id
  partnershipId: Id
  partnershipName: string
  onset: Readonly<{ date: PlainDate; low: PlainDate; high: PlainDate }> | null
  changedSince: PlainDate | null
  firstSide: "host" | "partner" | "both" | "undetermined"
  firstPartyId: Id | null
  cause: Cause | null
  isCauseConfirmed: boolean
  /** What is to be done next of what was agreed on about it. */
  nextTask: Readonly<{ id: Id; title: string; dueOn: PlainDate | null }> | null
}>

/** Open drift cases, the latest onset first: the sooner one acts, the more there is to save; and how many there are. */
export const waitingCases = async (tx: WorkspaceTx, asked: Asked) => {
  const { rows } = await sql<WaitingCase & { found: number }>`
    select waiting.*, next.task as next_task from (select waiting.*, count(*) over () as found from (
      select d.id, d.partnership_id, p.name as partnership_name, d.onset_on,
        d.finding ->> 'changedSince' as changed_since, case when d.finding ->> 'changedSince' is null
          then jsonb_build_object('date', d.onset_on, 'low', d.onset_low, 'high', d.onset_high) end as onset, d.first_side, d.first_party_id,
        coalesce(d.confirmed_cause, d.cause) as cause, d.confirmed_cause is not null as is_cause_confirmed
      from drift_case d join partnership p on p.workspace_id = d.workspace_id and p.id = d.partnership_id ${ofReader(tx, asked.whose)}
      where d.workspace_id = ${tx.actor.workspaceId} and d.state = 'open' ${askedIn("d.id", asked)}
      order by d.onset_on desc, d.id limit ${countedUpTo}) waiting
      order by onset_on desc, id limit ${asked.most}) waiting
    ${nextTaskAbout(tx.actor.workspaceId, "drift_case", sql.ref("waiting.id"), "next")}
    order by waiting.onset_on desc, waiting.id`.execute(tx.db)
  return { rows: rows.map(({ found, ...row }): WaitingCase => row), found: rows[0]?.found ?? 0 }
}
