import type { Id } from "#core/ids"
import { tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { ObjectiveCategory, Ramp } from "./rules.ts"

const objectives = tableOf<{ category: ObjectiveCategory; ramp: Ramp }>()(
  "objective",
  [
    "id",
    "agreementId",
    "partyId",
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
  ],
  { made: ["createdAt"] },
)

export const insertObjectives = objectives.insertAll

export const objectivesOf = (tx: WorkspaceTx, partnershipId: Id) =>
  objectives.rows(tx).where("partnershipId", "=", partnershipId).orderBy("weight", "desc").orderBy("id").execute()
