import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { anyOf } from "#platform/database"
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
    "validFrom",
    "validUntil",
  ],
  { made: ["createdAt"] },
)

export const insertObjectives = objectives.insertAll

/** The objectives as they counted on that day: before an amendment replaced one, it is the one that was replaced. */
export const objectivesOf = (tx: WorkspaceTx, partnershipId: Id, on: PlainDate) =>
  objectives
    .rows(tx)
    .where("partnershipId", "=", partnershipId)
    .where(({ eb, or }) => or([eb("validFrom", "is", null), eb("validFrom", "<=", on)]))
    .where(({ eb, or }) => or([eb("validUntil", "is", null), eb("validUntil", ">", on)]))
    .orderBy("weight", "desc")
    .orderBy("id")
    .execute()

/** The objectives that an agreement holds as it is now. */
export const standingObjectives = (tx: WorkspaceTx, agreementId: Id) =>
  objectives
    .rows(tx)
    .where("agreementId", "=", agreementId)
    .where("validUntil", "is", null)
    .orderBy("weight", "desc")
    .orderBy("id")
    .execute()

export type NewObjective = Parameters<typeof objectives.insert>[1]

export const objectivesNamed = (tx: WorkspaceTx, ids: readonly Id[]) =>
  objectives.rows(tx).where("id", "=", anyOf(ids)).execute()

export const saveObjective = (tx: WorkspaceTx, id: Id, change: Partial<NewObjective>) => objectives.save(tx, id, change)
