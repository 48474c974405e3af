import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { addDays } from "#core/time"
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

export const visitsNear = async ({ db, actor, today }: WorkspaceTx, limit: number): Promise<readonly Near[]> => {
  const { rows } = await sql<Near>`
    select v.id, v.partnership_id, p.name as partnership_name, v.planned_on, v.purpose
    from visit v join partnership p on p.workspace_id = v.workspace_id and p.id = v.partnership_id
    where v.workspace_id = ${actor.workspaceId} and v.planned_on between ${today}::date and ${addDays(today, nearDays)}::date
    order by v.planned_on, v.id limit ${limit}`.execute(db)
  return rows
}
