import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { type KnownOrganization, organizationTable } from "#modules/organizations"
import { type ImportContext, importTable } from "#platform/importable"
import type { Directory, KnownPartnership } from "./directory.ts"

export const partnershipTable = importTable({
  name: "partnership",
  columns: {
    id: "uuid",
    organization_id: "uuid",
    name: "text",
    type: "text",
    stage: "text",
    owner_id: "uuid",
    region: "text",
    tier: "text",
    program: "text",
    currency: "text",
    started_on: "date",
    ended_on: "date",
    external_id: "text",
  },
  now: ["created_at", "updated_at"],
  undo: "delete",
})

type NewPartner = Readonly<{
  name: string
  type: string
  stage?: string | undefined
  domains?: readonly string[] | undefined
  country?: string | undefined
  region?: string | undefined
  industries?: readonly string[] | undefined
  ownerId?: Id | undefined
  tier?: string | undefined
  program?: string | undefined
  currency?: string | undefined
  startedOn?: PlainDate | undefined
  externalId?: string | undefined
}>

/** Makes a partnership, and its organization where that is not known; "known" when this very partnership exists. */
export const makePartner = (
  { add, currency, newId }: ImportContext,
  directory: Directory,
  partner: NewPartner,
): KnownPartnership | "known" => {
  const { name, type, domains = [], externalId } = partner
  const existing = directory.organization({ name, domains, externalId })
  if (existing && directory.partnershipsOf(existing).some((each) => each.type === type)) return "known"
  const organization: KnownOrganization = { id: existing ?? newId(), name, domains, externalId: externalId ?? null }
  const partnership: KnownPartnership = {
    id: newId(),
    organizationId: organization.id,
    name,
    type,
    stage: partner.stage ?? "active",
    currency: partner.currency ?? currency,
    startedOn: partner.startedOn ?? null,
    // One id of the other system names one row: a second partnership with the same company goes without.
    externalId: existing ? null : (externalId ?? null),
  }
  if (!existing)
    add(organizationTable, {
      id: organization.id,
      name,
      domains,
      country: partner.country,
      regions: partner.region ? [partner.region] : [],
      industries: partner.industries ?? [],
      external_id: externalId,
    })
  add(partnershipTable, {
    id: partnership.id,
    organization_id: organization.id,
    name,
    type,
    stage: partnership.stage,
    owner_id: partner.ownerId,
    region: partner.region,
    tier: partner.tier,
    program: partner.program,
    currency: partnership.currency,
    started_on: partner.startedOn,
    ended_on: undefined,
    external_id: partnership.externalId,
  })
  directory.add(existing ? undefined : organization, partnership)
  return partnership
}
