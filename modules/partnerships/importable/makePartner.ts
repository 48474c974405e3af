import { foreignIdKey } from "#core/foreignId"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { type KnownOrganization, organizationTable } from "#modules/organizations"
import { type ImportContext, importTable, isRowError, type RowError, rowErrorOf } from "#platform/importable"
import { companyMeant, learn } from "./companyMeant.ts"
import { partnershipCorrections, partnershipsChanged } from "./corrections.ts"
import type { Directory, KnownPartnership } from "./directory.ts"
import type { OwnerUnsaid } from "./ownerUnsaid.ts"

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
  afterwards: async (tx) => tx.figuresOfNew(),
  again: partnershipCorrections,
  edits: { "partnership.changed": "compared", "partnership.moved": ["stage"] },
  changed: partnershipsChanged,
  undo: "delete",
})

const isOver = (stage: string): boolean => stage === "ended" || stage === "declined"

type NewPartner = Readonly<{
  name: string
  type: string
  /** The file does not say the type: a partnership that is here is meant, whatever its type. */
  isOfAnyType?: boolean
  stage?: string | undefined
  domains?: readonly string[] | undefined
  country?: string | undefined
  region?: string | undefined
  industries?: readonly string[] | undefined
  capabilities?: readonly string[] | undefined
  ownerId?: Id | undefined
  tier?: string | undefined
  program?: string | undefined
  currency?: string | undefined
  startedOn?: PlainDate | undefined
  externalId?: string | undefined
}>

/** Who is here already, and who owns whom the file names no owner of. */
export type Partners = Readonly<{ directory: Directory; owner: OwnerUnsaid }>

/**
 * Makes a partnership, and its organization where that is not known; says which one this very partnership is, with the domains that are
 * still to be compared; an error where it must be asked first which company it is with.
 */
export const makePartner = (
  context: ImportContext,
  { directory, owner }: Partners,
  partner: NewPartner,
):
  | KnownPartnership
  | Readonly<{ known: KnownPartnership; domains: readonly string[]; isFresh: boolean }>
  | RowError => {
  const { add, currency, newId } = context
  const { name, type, domains = [], externalId } = partner
  const meant = companyMeant(context, directory, { name, domains, externalId })
  if (isRowError(meant)) return meant
  const { company: existing, isSettled } = meant
  const same = existing === undefined ? [] : directory.partnershipsOf(existing.id)
  const running = partner.isOfAnyType ? same.filter(({ stage }) => !isOver(stage)) : []
  const known =
    same.find((each) => externalId && each.externalId && foreignIdKey(each.externalId) === foreignIdKey(externalId)) ??
    same.find((each) => each.type === type) ??
    running[0]
  if (known && known === running[0] && running.length > 1)
    return rowErrorOf("name", { refusal: "partner-ambiguous", detail: { name } })
  // What differs from a company that was here before is shown field by field; what was answered, or is of this file, is kept at once.
  const isKept = known === undefined || isSettled || existing?.isFresh === true
  if (existing)
    learn(context, directory, existing, { domains: isKept ? domains : [], ids: externalId ? [externalId] : [] })
  if (known) return { known, domains: isKept ? [] : domains, isFresh: existing?.isFresh === true && !isSettled }
  const organization: KnownOrganization = {
    ...{ id: existing?.id ?? newId(), name, domains, externalId: externalId ?? null },
  }
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
    ...partnershipOf(partnership.id, organization.id, { ...partner, ownerId: partner.ownerId ?? owner(name) }),
    stage: partnership.stage,
    currency: partnership.currency,
    external_id: partnership.externalId,
  })
  directory.add(existing ? undefined : organization, partnership)
  return partnership
}

/** What a file says of the company. */
export const organizationOf = (
  id: Id,
  { name, domains = [], country, region, industries = [], capabilities = [] }: NewPartner,
) => ({
  ...{ id, name, domains, country, industries, capabilities },
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
