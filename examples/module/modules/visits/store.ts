import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { addDays } from "#core/time"
import { ofReader } from "#modules/partnerships"
import { type Asked, askedIn } from "#platform/attention"
import { sql } from "#platform/database"
import { tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"

const nearDays = 14

export const visits = tableOf()("visit", ["id", "partnershipId", "plannedOn", "purpose"], { made: ["createdAt"] })

export const visitsOf = (tx: WorkspaceTx, partnershipId: Id) =>
  visits
    .rows(tx)
    .where("partnershipId", "=", partnershipId)
    .orderBy("plannedOn", "desc")
    .orderBy("id")
    .limit(100)
    .execute()

type Near = Readonly<{ id: Id; partnershipId: Id; partnershipName: string; plannedOn: PlainDate; purpose: string }>

/** The nearest first, and how many there are: what is counted and what is listed is read at once. */
export const visitsNear = async (tx: WorkspaceTx, asked: Asked) => {
  const { db, actor, today } = tx
  const { rows } = await sql<Near & { found: number }>`
    select v.id, v.partnership_id, p.name as partnership_name, v.planned_on, v.purpose, count(*) over () as found
    from visit v join partnership p on p.workspace_id = v.workspace_id and p.id = v.partnership_id ${ofReader(tx, asked.whose)}
    where v.workspace_id = ${actor.workspaceId} and v.planned_on between ${today}::date and ${addDays(today, nearDays)}::date
      ${askedIn("v.id", asked)}
    order by v.planned_on, v.id limit ${asked.most}`.execute(db)
  return { items: rows.map(({ found, ...visit }): Near => visit), found: rows[0]?.found ?? 0 }
}
