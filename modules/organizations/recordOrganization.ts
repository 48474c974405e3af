import type { Refusal } from "#core/refusal"
import { isRefusal } from "#core/refusal"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { organizationRecorded } from "./events.ts"
import { decideCreation } from "./rules.ts"
import * as store from "./store.ts"

/** Records an organization, unless its domain is known; also the first half of recording a partnership with a new company. */
export const recordOrganization = async (
  tx: WorkspaceTx,
  details: Parameters<typeof store.insertOrganization>[2],
  evenIfSimilar: boolean,
): Promise<store.OrganizationRow | Refusal<"already-known">> => {
  const allowed = decideCreation(await store.findSimilar(tx, details.name, details.domains ?? []), evenIfSimilar)
  if (isRefusal(allowed)) return allowed
  const row = await store.insertOrganization(tx, newId(), details)
  await tx.record(organizationRecorded, { subjectId: row.id, payload: { name: row.name } })
  return row
}
