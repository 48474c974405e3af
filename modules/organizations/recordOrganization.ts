import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import { isRefusal, refuse } from "#core/refusal"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { organizationRecorded } from "./events.ts"
import { decideCreation } from "./rules.ts"
import * as store from "./store.ts"

/** Records an organization, unless its domain or its number in a register is known; also the first half of recording a partnership with a new company. */
export const recordOrganization = async (
  tx: WorkspaceTx,
  details: Parameters<typeof store.insertOrganization>[2],
  evenIfSimilar: boolean,
): Promise<store.OrganizationRow | Refusal<"already-known">> => {
  const allowed = decideCreation(
    await store.findSimilar(tx, { ...details, domains: details.domains ?? [] }),
    evenIfSimilar,
  )
  if (isRefusal(allowed)) return allowed
  const row = await store.insertOrganization(tx, newId(), details)
  await tx.record(organizationRecorded, { subjectId: row.id, payload: { name: row.name } })
  return row
}

type NewOrganization = Readonly<{
  name: string
  domains: string[]
  country?: string | undefined
  registrationNumber?: string | undefined
  evenIfSimilar: boolean
}>

/** The company that is meant: one that is known, or a new one recorded in the same transaction. */
export const organizationMeant = async (
  tx: WorkspaceTx,
  {
    organizationId,
    newOrganization,
  }: { organizationId?: Id | undefined; newOrganization?: NewOrganization | undefined },
): Promise<{ id: Id; name: string } | Refusal<"already-known" | "organization-needed" | "organization-not-known">> => {
  if (organizationId !== undefined)
    return (await store.findOrganization(tx, organizationId)) ?? refuse("organization-not-known", { organizationId })
  if (newOrganization === undefined) return refuse("organization-needed")
  const { evenIfSimilar, ...details } = newOrganization
  const unsaid = { regions: [], industries: [], capabilities: [], languages: [] }
  return recordOrganization(tx, { ...unsaid, ...details }, evenIfSimilar)
}
