import type { Visibility } from "#core/actor"
import type { Id } from "#core/ids"
import { anyOf } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"

const plans = tableOf<{ visibility: Visibility }>()(
  "plan",
  [
    ...(["id", "partnershipId", "subjectKind", "subjectId", "privateTo", "visibility", "templateId"] as const),
    ...(["edition", "name", "startsOn", "version"] as const),
  ],
  { made: ["startedAt"] },
)

/** Which thing something is about. */
export type About = Readonly<{ kind: string; id: Id }>

export type PlanRow = Row<typeof plans>

export const insertPlan = plans.insert
export const savePlan = plans.save
export const findPlan = plans.find
export const lockPlan = plans.lock

export const plansOf = (tx: WorkspaceTx, { kind, id }: About) =>
  plans.rows(tx).where("subjectKind", "=", kind).where("subjectId", "=", id).orderBy("id").execute()

/** The first day of these plans. */
export const startsOf = async (tx: WorkspaceTx, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await plans
    .rows(tx)
    .where("id", "=", anyOf([...new Set(ids)]))
    .execute()
  return new Map(rows.map(({ id, startsOn }) => [id, startsOn]))
}
