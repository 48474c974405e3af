import type { Id } from "#core/ids"
import { type Refusal, refuse } from "#core/refusal"
import type { KnownOrganization } from "#modules/organizations"
import { nameKey } from "#rules/organizations"
import { type PartnerIndex, partnerIndex } from "../rules.ts"
import type { KnownPartnership } from "../store.ts"

export type { KnownPartnership } from "../store.ts"

/** Everything a file may mean by a partner's name: names, web domains and ids of the other system. */
export type Directory = Readonly<{
  partnership(text: string): KnownPartnership | Refusal<"partner-unknown" | "partner-ambiguous">
  byId(id: Id): KnownPartnership | undefined
  /** The organization that a new partner is: by id, by web domain, by name. */
  organization(sought: { name: string; domains: readonly string[]; externalId?: string | undefined }): Id | undefined
  partnershipsOf(organizationId: Id): readonly KnownPartnership[]
  /** The text names this company. */
  isCalled(organizationId: Id, text: string): boolean
  add(organization: KnownOrganization | undefined, partnership: KnownPartnership): void
  /** For names that nobody has: partners with names alike. */
  names(): PartnerIndex
}>

export const openDirectory = (
  organizations: readonly KnownOrganization[],
  partnerships: readonly KnownPartnership[],
  further: ReadonlyMap<Id, readonly Id[]> = new Map(),
): Directory => {
  const known = new Map<Id, KnownOrganization>()
  const organizationByKey = new Map<string, Id>()
  const ofOrganization = new Map<Id, KnownPartnership[]>()
  const byId = new Map<Id, KnownPartnership>()
  const byKey = new Map<string, KnownPartnership[]>()
  const answers = new Map<string, ReturnType<Directory["partnership"]>>()

  const addOrganization = (organization: KnownOrganization) => {
    known.set(organization.id, organization)
    for (const key of keysOf(organization)) if (!organizationByKey.has(key)) organizationByKey.set(key, organization.id)
  }
  const addPartnership = (partnership: KnownPartnership) => {
    byId.set(partnership.id, partnership)
    append(ofOrganization, partnership.organizationId, partnership)
    const organization = known.get(partnership.organizationId)
    const keys = new Set([
      ...(organization ? keysOf(organization) : []),
      ...keysOf({ name: partnership.name, domains: [], externalId: partnership.externalId }),
    ])
    for (const key of keys) append(byKey, key, partnership)
  }
  for (const organization of organizations) addOrganization(organization)
  for (const partnership of partnerships) addPartnership(partnership)
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
      const keys = keysOf({ ...sought, externalId: sought.externalId ?? null })
      for (const key of keys) {
        const id = organizationByKey.get(key)
        if (id !== undefined) return id
      }
      return undefined
    },
    isCalled: (organizationId, text) => {
      const keys = keysOf(known.get(organizationId) ?? nameless)
      return keysFor(text).some((key) => keys.includes(key))
    },
    partnershipsOf: (organizationId) => ofOrganization.get(organizationId) ?? [],
    add: (organization, partnership) => {
      if (organization) addOrganization(organization)
      addPartnership(partnership)
      answers.clear()
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
const idKey = (text: string): string => `i ${text}`
const domainKey = (text: string): string => `d ${text.toLowerCase()}`
const textNameKey = (text: string): string => `n ${nameKey(text)}`

const keysFor = (text: string): string[] => [idKey(text), domainKey(text), textNameKey(text)]
const nameless = { name: "", domains: [], externalId: null }

/** What identifies best comes first. */
const keysOf = ({ name, domains, externalId }: Omit<KnownOrganization, "id">): string[] => [
  ...(externalId ? [idKey(externalId)] : []),
  ...domains.map(domainKey),
  textNameKey(name),
]

/** Of several partnerships with one company: the one of that very name, else the only one that still runs. */
const theOne = (found: readonly KnownPartnership[], text: string): KnownPartnership | undefined => {
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
