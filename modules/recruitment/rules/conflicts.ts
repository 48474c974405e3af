import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { nameKey, ownDomains } from "#rules/organizations"

/** What may stand against working with a company, what weighs most first. */
export const conflictKinds = [
  ...(["own_company", "competitor", "excluded"] as const),
  ...(["same_domain", "same_registration", "like_name", "partner", "former_partner", "candidate", "declined"] as const),
  "customer",
] as const
export type ConflictKind = (typeof conflictKinds)[number]

/** With whom working together would be, or might be, a conflict of interest. */
export const listedKinds = ["competitor", "customer", "excluded"] as const
export type ListedKind = (typeof listedKinds)[number]

/** So many a workspace lists: each candidate is held against all of them. */
export const mostListed = 2_000

export type Listed = Readonly<{ kind: ListedKind; name: string; domains: readonly string[]; note: string | null }>

/** One thing that stands against a company: whom it meets, and where that is read. */
export type Conflict = Readonly<{
  kind: ConflictKind
  name: string
  organizationId: Id | null
  partnershipId: Id | null
  candidateId: Id | null
  on: PlainDate | null
  note: string | null
}>

/** What is known around a company that is looked at. */
export type Surroundings = Readonly<{
  /** The domains that our own people write from. */
  ours: readonly string[]
  listed: readonly Listed[]
  alike: readonly Readonly<{ id: Id; name: string; why: "domain" | "registration" | "name" }>[]
  partnerships: readonly Readonly<{ id: Id; name: string; endedOn: PlainDate | null }>[]
  candidates: readonly Readonly<{
    id: Id
    profileName: string
    isDeclined: boolean
    movedOn: PlainDate
  }>[]
}>

type Company = Readonly<{ name: string; domains: readonly string[] }>

/** What makes approving a candidate take a word why. */
const serious: readonly ConflictKind[] = ["own_company", "competitor", "excluded"]
export const isSerious = (kind: ConflictKind): boolean => serious.includes(kind)

/**
 * What stands against a company, what weighs most first. Hosts that many companies share (providers of mail, networks) say nothing;
 * a name is held against others without its case, accents and legal form. O(listed).
 */
export const conflictsOf = (company: Company, around: Surroundings): readonly Conflict[] =>
  [
    ...withOurs(company, around.ours),
    ...around.listed.filter((listed) => isListedAs(company, listed)).map(listedConflict),
    ...around.alike.map(({ id, name, why }) => conflict(alikeBy[why], name, { organizationId: id })),
    ...around.partnerships.map(({ id, name, endedOn }) =>
      conflict(endedOn === null ? "partner" : "former_partner", name, { partnershipId: id, on: endedOn }),
    ),
    ...around.candidates.map(({ id, profileName, isDeclined, movedOn }) =>
      conflict(isDeclined ? "declined" : "candidate", profileName, { candidateId: id, on: movedOn }),
    ),
  ].sort((a, b) => conflictKinds.indexOf(a.kind) - conflictKinds.indexOf(b.kind))

const alikeBy = { domain: "same_domain", registration: "same_registration", name: "like_name" } as const

const withOurs = (company: Company, ours: readonly string[]): readonly Conflict[] => {
  const mine = ownDomains(company.domains).find((domain) => ownDomains(ours).some((own) => isWithin(domain, own)))
  return mine === undefined ? [] : [conflict("own_company", mine, {})]
}

const listedConflict = ({ kind, name, note }: Listed): Conflict => conflict(kind, name, { note })

const isListedAs = (company: Company, { name, domains }: Listed): boolean =>
  nameKey(company.name) === nameKey(name) ||
  ownDomains(company.domains).some((domain) => domains.some((other) => isWithin(domain, other)))

/** The same domain, or a part of it (de.acme.example of acme.example). */
const isWithin = (domain: string, of: string): boolean => domain === of || domain.endsWith(`.${of}`)

const nothing = { organizationId: null, partnershipId: null, candidateId: null, on: null, note: null }

const conflict = (kind: ConflictKind, name: string, more: Partial<Conflict>): Conflict => ({
  ...{ kind, name, ...nothing },
  ...more,
})
