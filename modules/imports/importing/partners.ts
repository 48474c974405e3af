import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import type { KnownOrganization, KnownPartnership } from "../store.ts"
import type { Recorder, RowFault, Workshop } from "./recorder.ts"

type Maker = Pick<Workshop, "bulk" | "directory" | "currency" | "newId">
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
  { bulk, directory, currency, newId }: Maker,
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
    bulk.add("organization", {
      id: organization.id,
      name,
      domains,
      country: partner.country,
      regions: partner.region ? [partner.region] : [],
      industries: partner.industries ?? [],
      external_id: externalId,
    })
  bulk.add("partnership", {
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

/** Partners: the organization and the partnership with it, and its agreement where the file knows the term. */
export const recordPartners = (workshop: Workshop, members: ReadonlyMap<string, Id>): Recorder => {
  const { bulk, newId, options, today } = workshop
  return (row) => {
    const text = (field: string) => row[field] as string | undefined
    const list = (field: string) => row[field] as readonly string[] | undefined
    const ownerEmail = text("owner_email")
    const ownerId = ownerEmail === undefined ? undefined : members.get(ownerEmail)
    if (ownerEmail !== undefined && ownerId === undefined) return ownerUnknown
    const made = makePartner(workshop, {
      name: text("name") ?? "",
      type: text("type") ?? options.partnershipType ?? "reseller",
      stage: text("stage"),
      domains: list("domains"),
      country: text("country"),
      region: text("region"),
      industries: list("industries"),
      ownerId,
      tier: text("tier"),
      program: text("program"),
      currency: text("currency"),
      startedOn: text("started_on"),
      externalId: text("external_id"),
    })
    if (made === "known") return "known"
    const endsOn = text("ends_on")
    if (endsOn !== undefined)
      bulk.add("agreement", {
        id: newId(),
        partnership_id: made.id,
        title: made.name,
        state: endsOn < today ? "expired" : "in_force",
        signed_on: undefined,
        starts_on: made.startedOn ?? earlier(today, endsOn),
        ends_on: endsOn,
        auto_renews: false,
        notice_days: row["notice_days"] as number | undefined,
        value_minor: undefined,
        currency: made.currency,
        external_id: undefined,
      })
    return "recorded"
  }
}

const earlier = (day: PlainDate, other: PlainDate): PlainDate => (other < day ? other : day)

const ownerUnknown: RowFault = { field: "owner_email", reason: "owner-unknown" }
