import { tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { PartnershipType } from "#rules/partnerships"

const plans = tableOf<{ partnershipType: PartnershipType }>()(
  "onboardingPlan",
  ["id", "partnershipType", "templateId", "startsItself", "version"],
  { made: ["createdAt", "updatedAt"], saved: ["updatedAt"] },
)

export const insertNamed = plans.insert
export const saveNamed = plans.save
export const removeNamed = plans.remove

export const allNamed = (tx: WorkspaceTx) => plans.rows(tx).orderBy("id").execute()

export const namedFor = (tx: WorkspaceTx, type: PartnershipType) =>
  plans.rows(tx).where("partnershipType", "=", type).executeTakeFirst()
