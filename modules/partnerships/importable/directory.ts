import { foreignIdKey, idInOneCase } from "#core/foreignId"
import type { Id } from "#core/ids"
import { type Refusal, refuse } from "#core/refusal"
import type { FurtherMark, KnownOrganization } from "#modules/organizations"
import { type CompanyMarks, nameKey, ownDomains, type WhichCompany, whichCompany } from "#rules/organizations"
import { type PartnerIndex, partnerIndex } from "../rules.ts"
import type { KnownPartnership } from "../store.ts"

export type { KnownPartnership } from "../store.ts"

/** A company, and everything by which a file may mean it. */
export type DirectoryCompany = CompanyMarks &
  Readonly<{
    id: Id
    name: string
    /** It came with this very file. */
    isFresh: boolean
  }>

/** Which company is meant; or one whose id differs in capitals only, which a person must say. */
export type MeantCompany =
  | WhichCompany<DirectoryCompany>
  | Readonly<{ which: "doubtful"; company: DirectoryCompany; doubt: "id-in-other-capitals"; about: string | undefined }>

/** Everything a file may mean by a partner's name: names, web domains and ids of the other system. */
export type Directory = Readonly<{
  partnership(text: string): KnownPartnership | Refusal<"partner-unknown" | "partner-ambiguous">
  byId(id: Id): KnownPartnership | undefined
  /** The organization that a new partner is: by id, by web domain, by name. */
  organization(sought: CompanyMarks): MeantCompany
  partnershipsOf(organizationId: Id): readonly KnownPartnership[]
  /** The text names this company. */
  isCalled(organizationId: Id, text: string): boolean
  /** What the company is called, where the text is one of its names; else the text. */
  ownName(organizationId: Id, text: string): string
  add(organization: KnownOrganization | undefined, partnership: KnownPartnership): void
  /** From now on a company is known by this too. */
  mark(mark: FurtherMark): void
  /** For names that nobody has: partners with names alike. */
  names(): PartnerIndex
  /** Partners whose id of the other system is this number, leading zeros aside. */
  withNumber(text: string): readonly KnownPartnership[]
}>

type Company = { id: Id; name: string; isFresh: boolean; names: string[]; domains: string[]; ids: string[] }

export const openDirectory = (
  organizations: readonly KnownOrganization[],
  partnerships: readonly KnownPartnership[],
  further: ReadonlyMap<Id, readonly Id[]> = new Map(),
  marks: readonly FurtherMark[] = [],
): Directory => {
  const known = new Map<Id, Company>()
  const companiesByKey = new Map<string, Company[]>()
  const ofOrganization = new Map<Id, KnownPartnership[]>()
  const byId = new Map<Id, KnownPartnership>()
  const byKey = new Map<string, KnownPartnership[]>()
  const answers = new Map<string, ReturnType<Directory["partnership"]>>()
  let numbers: Map<string, KnownPartnership[]> | undefined

  const addOrganization = ({ id, name, domains, externalId }: KnownOrganization, isFresh: boolean) => {
    const company = {
      ...{ id, name, isFresh, names: [name] },
      domains: [...ownDomains(domains)],
      ids: externalId ? [externalId] : [],
    }
    known.set(id, company)
    for (const key of [...keysOf(company), ...company.ids.flatMap(caseKeys)]) appendFew(companiesByKey, key, company)
  }
  const addPartnership = (partnership: KnownPartnership) => {
    byId.set(partnership.id, partnership)
    append(ofOrganization, partnership.organizationId, partnership)
    const organization = known.get(partnership.organizationId)
    const keys = new Set([
      ...(organization ? keysOf(organization) : []),
      ...(partnership.externalId ? [idKey(partnership.externalId)] : []),
      textNameKey(partnership.name),
    ])
    for (const key of keys) append(byKey, key, partnership)
    if (organization && partnership.externalId)
      for (const key of [idKey(partnership.externalId), ...caseKeys(partnership.externalId)])
        appendFew(companiesByKey, key, organization)
    numbers = undefined
  }
  const mark = ({ organizationId, kind, value }: FurtherMark) => {
    const company = known.get(organizationId)
    if (!company) return
    const key = kind === "domain" ? domainKey(value) : kind === "name" ? textNameKey(value) : idKey(value)
    company[kind === "domain" ? "domains" : kind === "name" ? "names" : "ids"].push(value)
    appendFew(companiesByKey, key, company)
    for (const partnership of ofOrganization.get(organizationId) ?? []) append(byKey, key, partnership)
    answers.clear()
    numbers = undefined
  }
  for (const organization of organizations) addOrganization(organization, false)
  for (const partnership of partnerships) addPartnership(partnership)
  for (const each of marks) mark(each)
  /** A company that leads no partnership of its own stands for the one it takes part in. */
  const joined = new Map<string, KnownPartnership[]>()
  for (const [id, companies] of further)
    for (const key of companies.flatMap((company) => keysOf(known.get(company) ?? nameless))) {
      const partnership = byId.get(id)
      if (partnership) append(joined, key, partnership)
    }

  const find = (text: string): ReturnType<Directory["partnership"]> => {
    const found =
      keysFor(text)
        .map((key) => byKey.get(key))
        .find((each) => each !== undefined) ??
      keysFor(text)
        .map((key) => joined.get(key))
        .find((each) => each !== undefined)
    if (!found) return refuse("partner-unknown", { name: text })
    return theOne(found, text) ?? refuse("partner-ambiguous", { name: text })
  }
  return {
    partnership: (text) => {
      const answered = answers.get(text)
      if (answered) return answered
      const answer = find(text)
      if (answers.size < mostRemembered) answers.set(text, answer)
      return answer
    },
    byId: (id) => byId.get(id),
    organization: (sought) => {
      const withKeys = (keys: readonly string[]) => [...new Set(keys.flatMap((key) => companiesByKey.get(key) ?? []))]
      const domains = ownDomains(sought.domains)
      const sameId = withKeys(sought.ids.map(idKey))[0]
      const [inCapitals] = sameId ? [] : withKeys(sought.ids.flatMap(caseKeys))
      if (inCapitals)
        return { which: "doubtful", company: inCapitals, doubt: "id-in-other-capitals", about: sought.ids[0] }
      return whichCompany(
        { ...sought, domains },
        {
          sameId,
          sameDomain: withKeys(domains.map(domainKey)),
          sameName: withKeys(sought.names.map(textNameKey)),
        },
      )
    },
    isCalled: (organizationId, text) => {
      const keys = keysOf(known.get(organizationId) ?? nameless)
      return keysFor(text).some((key) => keys.includes(key))
    },
    ownName: (organizationId, text) => {
      const company = known.get(organizationId)
      return company?.names.some((name) => nameKey(name) === nameKey(text)) ? company.name : text
    },
    partnershipsOf: (organizationId) => ofOrganization.get(organizationId) ?? [],
    add: (organization, partnership) => {
      if (organization) addOrganization(organization, true)
      addPartnership(partnership)
      answers.clear()
    },
    mark,
    withNumber: (text) => {
      if (!isNumber(text)) return []
      numbers ??= byNumber(byId.values(), known)
      return numbers.get(numberKey(text)) ?? []
    },
    names: () =>
      partnerIndex(
        [...byId.values()].map(({ id, name, organizationId }) => ({
          id,
          names: [...new Set([name, known.get(organizationId)?.name ?? name])],
        })),
      ),
  }
}

const mostRemembered = 200_000
const idKey = (text: string): string => `i ${foreignIdKey(text)}`
const caseKeys = (id: string): string[] => {
  const key = idInOneCase(foreignIdKey(id))
  return key === undefined ? [] : [`c ${key}`]
}
const domainKey = (text: string): string => `d ${text.toLowerCase()}`
const textNameKey = (text: string): string => `n ${nameKey(text)}`

const keysFor = (text: string): string[] => [idKey(text), domainKey(text), textNameKey(text)]
const nameless = { names: [], domains: [], ids: [] }

/** What identifies best comes first. */
const keysOf = ({ names, domains, ids }: CompanyMarks): string[] => [
  ...ids.map(idKey),
  ...domains.map(domainKey),
  ...names.map(textNameKey),
]

const isNumber = (text: string): boolean => /^\d+$/.test(text)
const numberKey = (text: string): string => text.replace(/^0+(?=\d)/, "")

const byNumber = (partnerships: Iterable<KnownPartnership>, companies: ReadonlyMap<Id, Company>) => {
  const numbers = new Map<string, KnownPartnership[]>()
  for (const partnership of partnerships) {
    const ids = [partnership.externalId ?? "", ...(companies.get(partnership.organizationId)?.ids ?? [])]
    for (const id of new Set(ids.filter(isNumber))) append(numbers, numberKey(id), partnership)
  }
  return numbers
}

/** Of several partnerships with one company: the one of that very name, else the only one that still runs. */
const theOne = (several: readonly KnownPartnership[], text: string): KnownPartnership | undefined => {
  // One may be found by its own name and by its company's.
  const found = [...new Set(several)]
  if (found.length === 1) return found[0]
  const named = found.filter(({ name }) => name.toLowerCase() === text.toLowerCase())
  if (named.length === 1) return named[0]
  const running = found.filter(({ stage }) => stage !== "ended" && stage !== "declined")
  return running.length === 1 ? running[0] : undefined
}

const append = <K, V>(lists: Map<K, V[]>, key: K, value: V): void => {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** Companies of one key that are compared: a column that holds the same in every row is no name. */
const mostCompared = 50

const appendFew = <K, V>(lists: Map<K, V[]>, key: K, value: V): void => {
  if ((lists.get(key)?.length ?? 0) < mostCompared) append(lists, key, value)
}
