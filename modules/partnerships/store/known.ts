import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import type { WorkspaceTx } from "#platform/tx"

/** What files may name a partnership by, and what its rows take from it. */
export type KnownPartnership = Readonly<{
  id: Id
  organizationId: Id
  name: string
  type: string
  stage: string
  currency: string
  startedOn: PlainDate | null
  externalId: string | null
}>

export const allPartnerships = ({ db, actor }: WorkspaceTx): Promise<KnownPartnership[]> =>
  db
    .selectFrom("partnership")
    .select(["id", "organizationId", "name", "type", "stage", "currency", "startedOn", "externalId"])
    .where("workspaceId", "=", actor.workspaceId)
    .execute()

/** The companies that take part now beside the leading one, by partnership. */
export const allFurtherParties = async ({ db, actor }: WorkspaceTx): Promise<ReadonlyMap<Id, readonly Id[]>> => {
  const rows = await db
    .selectFrom("partnershipParty")
    .select(["partnershipId", "organizationId"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("leftOn", "is", null)
    .execute()
  const companies = new Map<Id, Id[]>()
  for (const { partnershipId, organizationId } of rows)
    companies.set(partnershipId, [...(companies.get(partnershipId) ?? []), organizationId])
  return companies
}
