import type { Id } from "#core/ids"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { PartnershipType } from "#rules/partnerships"
import type { Requirement } from "../rules.ts"

export const lists = tableOf<{ partnershipType: PartnershipType; requirements: Requirement[] }>()(
  "diligenceList",
  ["id", "partnershipType", "requirements", "version", "createdAt", "updatedAt"],
  { made: ["createdAt", "updatedAt"], saved: ["updatedAt"] },
)
export type ListRow = Row<typeof lists>

export const listOfType = (tx: WorkspaceTx, type: PartnershipType) =>
  lists.rows(tx).where("partnershipType", "=", type).executeTakeFirst()

export const ownLists = (tx: WorkspaceTx) => lists.rows(tx).orderBy("id").execute()

export const insertList = (
  tx: WorkspaceTx,
  made: Readonly<{ id: Id; partnershipType: PartnershipType; requirements: readonly Requirement[] }>,
) => lists.insert(tx, { ...made, requirements: JSON.stringify(made.requirements) })

export const saveList = (tx: WorkspaceTx, id: Id, requirements: readonly Requirement[]) =>
  lists.save(tx, id, { requirements: JSON.stringify(requirements) })
