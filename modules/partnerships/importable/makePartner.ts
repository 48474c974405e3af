import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { type KnownOrganization, organizationTable } from "#modules/organizations"
import { type ImportContext, importTable } from "#platform/importable"
import { partnershipCorrections, partnershipsChanged } from "./corrections.ts"
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
  isVersioned: true,
  again: partnershipCorrections,
  edits: { "partnership.changed": "compared", "partnership.moved": ["stage"] },
  changed: partnershipsChanged,
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

/** Makes a partnership, and its organization where that is not known; or says which one this very partnership is. */
export const makePartner = (
  { add, currency, newId }: ImportContext,
  directory: Directory,
  partner: NewPartner,
): KnownPartnership | Readonly<{ known: KnownPartnership }> => {
  const { name, type, domains = [], externalId } = partner
  const existing = directory.organization({ name, domains, externalId })
  const same = existing === undefined ? [] : directory.partnershipsOf(existing)
  const known =
    same.find((each) => externalId !== undefined && each.externalId === externalId) ??
    same.find((each) => each.type === type)
  if (known) return { known }
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
  if (!existing) add(organizationTable, { ...organizationOf(organization.id, partner), external_id: externalId })
  add(partnershipTable, {
    ...partnershipOf(partnership.id, organization.id, partner),
    stage: partnership.stage,
    currency: partnership.currency,
    external_id: partnership.externalId,
  })
  directory.add(existing ? undefined : organization, partnership)
  return partnership
}

/** What a file says of the company. */
export const organizationOf = (id: Id, { name, domains = [], country, region, industries = [] }: NewPartner) => ({
  ...{ id, name, domains, country, industries },
  regions: region ? [region] : [],
})

/** What a file says of the partnership. */
export const partnershipOf = (id: Id, organizationId: Id, partner: NewPartner) => ({
  id,
  organization_id: organizationId,
  name: partner.name,
  type: partner.type,
  stage: partner.stage,
  owner_id: partner.ownerId,
  region: partner.region,
  tier: partner.tier,
  program: partner.program,
  currency: partner.currency,
  started_on: partner.startedOn,
  ended_on: undefined,
})
