import { countedUpTo } from "#core/attention"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { ofReader } from "#modules/partnerships"
import { nextTaskAbout } from "#modules/tasks"
import { type Asked, askedIn } from "#platform/attention"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { isSilentIn } from "../facts.ts"
import type { Cause } from "../rules.ts"
import type { CaseRow } from "./cases.ts"

type WaitingCase = Pick<
  CaseRow,
  | "id"
  | "partnershipId"
  | "onsetOn"
  | "onsetLow"
  | "onsetHigh"
  | "detectedOn"
  | "firstSide"
  | "firstPartyId"
  | "finding"
> &
  Readonly<{
    partnershipName: string
    cause: Cause | null
    confirmedCause: Cause | null
    /** What is to be done next of what was agreed on about it. */
    nextTask: Readonly<{ id: Id; title: string; dueOn: PlainDate | null }> | null
  }>

/** Open drift cases, the latest onset first: the sooner one acts, the more there is to save; and how many there are, silent ones apart. */
export const waitingCases = async (tx: WorkspaceTx, asked: Asked) => {
  const { rows } = await sql<WaitingCase & { inAll: number; silent: number }>`
    select waiting.*, next.task as next_task from (
      select waiting.*, count(*) over () as in_all, count(*) filter (where is_silent) over () as silent from (
        select d.id, d.partnership_id, p.name as partnership_name, d.onset_on, d.onset_low, d.onset_high, d.detected_on, d.first_side, d.first_party_id,
          d.cause, d.confirmed_cause, d.finding - 'signals' as finding, ${isSilentIn("f")} as is_silent
        from drift_case d join partnership p on p.workspace_id = d.workspace_id and p.id = d.partnership_id ${ofReader(tx, asked.whose)}
        left join drift_finding f on f.workspace_id = d.workspace_id and f.partnership_id = d.partnership_id
        where d.workspace_id = ${tx.actor.workspaceId} and d.state = 'open' ${askedIn("d.id", asked)}
        order by d.onset_on desc, d.id limit ${countedUpTo}) waiting
      order by onset_on desc, id limit ${asked.most}) waiting
    ${nextTaskAbout(tx.actor.workspaceId, "drift_case", sql.ref("waiting.id"), "next")}
    order by waiting.onset_on desc, waiting.id`.execute(tx.db)
  const { inAll = 0, silent = 0 } = rows[0] ?? {}
  return { rows: rows as readonly WaitingCase[], drifting: inAll - silent, silent }
}
