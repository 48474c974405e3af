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
  add(organization: KnownOrganization | undefined, partnership: KnownPartnership): void
  /** For names that nobody has: partners with names alike. */
  names(): PartnerIndex
}>

export const openDirectory = (
  organizations: readonly KnownOrganization[],
  partnerships: readonly KnownPartnership[],
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

  const find = (text: string): ReturnType<Directory["partnership"]> => {
    const found = byKey.get(idKey(text)) ?? byKey.get(domainKey(text)) ?? byKey.get(textNameKey(text))
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
