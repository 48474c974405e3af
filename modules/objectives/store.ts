import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import type { WorkspaceTx } from "#platform/tx"
import type { ObjectiveCategory, Ramp } from "./rules.ts"

const columns = [
  "id",
  "agreementId",
  "category",
  "metric",
  "title",
  "clause",
  "target",
  "unit",
  "startsOn",
  "endsOn",
  "ramp",
  "weight",
  "hostOwnerId",
  "partnerOwnerId",
  "partyId",
] as const

export type NewObjective = Readonly<{
  id: Id
  partnershipId: Id
  agreementId: Id
  category: ObjectiveCategory
  metric: string
  title: string
  clause?: string | undefined
  target: number
  unit: string
  startsOn: PlainDate
  endsOn: PlainDate
  ramp: Ramp
  weight: number
  hostOwnerId?: Id | undefined
  partnerOwnerId?: Id | undefined
  /** The company whose goal it is; everybody's together when left out. */
  partyId?: Id | undefined
}>

export const insertObjectives = async (
  { db, actor, now }: WorkspaceTx,
  made: readonly NewObjective[],
): Promise<void> => {
  if (made.length > 0)
    await db
      .insertInto("objective")
      .values(made.map((each) => ({ workspaceId: actor.workspaceId, ...each, createdAt: now })))
      .execute()
}

export const objectivesOf = async ({ db, actor }: WorkspaceTx, partnershipId: Id) => {
  const rows = await db
    .selectFrom("objective")
    .select(columns)
    .where("workspaceId", "=", actor.workspaceId)
    .where("partnershipId", "=", partnershipId)
    .orderBy("weight", "desc")
    .orderBy("id")
    .execute()
  return rows.map((row) => ({ ...row, category: row.category as ObjectiveCategory, ramp: row.ramp as Ramp }))
}
