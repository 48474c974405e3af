import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { addDays } from "#core/time"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

const columns = ["id", "partnershipId", "plannedOn", "purpose"] as const
const nearDays = 14

export const insertVisit = (
  { db, actor, now }: WorkspaceTx,
  visit: Readonly<{ id: Id; partnershipId: Id; plannedOn: PlainDate; purpose: string }>,
) =>
  db
    .insertInto("visit")
    .values({ workspaceId: actor.workspaceId, ...visit, createdAt: now })
    .returning(columns)
    .executeTakeFirstOrThrow()

type Near = Readonly<{ id: Id; partnershipId: Id; partnershipName: string; plannedOn: PlainDate; purpose: string }>

export const visitsNear = async ({ db, actor, today }: WorkspaceTx, limit: number): Promise<readonly Near[]> => {
  const { rows } = await sql<Near>`
    select v.id, v.partnership_id, p.name as partnership_name, v.planned_on, v.purpose
    from visit v join partnership p on p.workspace_id = v.workspace_id and p.id = v.partnership_id
    where v.workspace_id = ${actor.workspaceId} and v.planned_on between ${today}::date and ${addDays(today, nearDays)}::date
    order by v.planned_on, v.id limit ${limit}`.execute(db)
  return rows
}

type Planned = Readonly<{ id: Id; partnershipId: Id; plannedOn: PlainDate; purpose: string; userId: string }>

/** A visit, and the member who owns its partnership. */
export const plannedVisit = ({ db, actor }: WorkspaceTx, id: Id): Promise<Planned | undefined> =>
  db
    .selectFrom("visit")
    .innerJoin("partnership", (join) =>
      join
        .onRef("partnership.workspaceId", "=", "visit.workspaceId")
        .onRef("partnership.id", "=", "visit.partnershipId"),
    )
    .innerJoin("member", (join) =>
      join.onRef("member.workspaceId", "=", "partnership.workspaceId").onRef("member.id", "=", "partnership.ownerId"),
    )
    .select(["visit.id", "visit.partnershipId", "visit.plannedOn", "visit.purpose", "member.userId"])
    .where("visit.workspaceId", "=", actor.workspaceId)
    .where("visit.id", "=", id)
    .executeTakeFirst()
