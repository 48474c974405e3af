import type { Id } from "#core/ids"
import { anyOf } from "#platform/database"
import { tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { ObjectiveCategory, Ramp, TargetReading } from "./rules.ts"

const objectives = tableOf<{ category: ObjectiveCategory; ramp: Ramp; reading: TargetReading | null }>()(
  "objective",
  [
    "id",
    "agreementId",
    "partyId",
    "category",
    "metric",
    "title",
    "clause",
    "clauseKey",
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
    "replacesId",
    "reading",
    "endedAt",
    "retractedAt",
    "externalId",
    "createdAt",
  ],
  { made: ["createdAt"] },
)

export const insertObjectives = objectives.insertAll

/** Every version that there was, what was retracted too: `versionsOn` says which count on a day. */
export const versionsOf = (tx: WorkspaceTx, partnershipId: Id) =>
  objectives.rows(tx).where("partnershipId", "=", partnershipId).orderBy("weight", "desc").orderBy("id").execute()

/** The same of one agreement. */
export const versionsIn = (tx: WorkspaceTx, agreementId: Id) =>
  objectives.rows(tx).where("agreementId", "=", agreementId).execute()

/** The objectives that an agreement holds as it is now. */
export const standingObjectives = (tx: WorkspaceTx, agreementId: Id) =>
  objectives
    .rows(tx)
    .where("agreementId", "=", agreementId)
    .where("validUntil", "is", null)
    .where("retractedAt", "is", null)
    .orderBy("weight", "desc")
    .orderBy("id")
    .execute()

export type NewObjective = Parameters<typeof objectives.insert>[1]

export const objectivesNamed = (tx: WorkspaceTx, ids: readonly Id[]) =>
  objectives.rows(tx).where("id", "=", anyOf(ids)).execute()

export const saveObjective = (tx: WorkspaceTx, id: Id, change: Partial<NewObjective>) => objectives.save(tx, id, change)
