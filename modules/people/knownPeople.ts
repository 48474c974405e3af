import { foreignIdKey } from "#core/foreignId"
import type { Id } from "#core/ids"
import { nameKey } from "#rules/organizations"

type Person = Readonly<{ organizationId: Id | null; name: string; email: string | null; externalId: string | null }>
type KnownContact = Person & Readonly<{ id: Id }>
type KnownRole = Readonly<{ partnershipId: Id; contactId: Id; role: string }>

/**
 * Who is known already: a person with the same id of the other system, or the same mail, or the same name without one, in the same company
 * is the same. A like name says nothing against another id.
 */
export const knownPeople = (contacts: readonly KnownContact[], roles: readonly KnownRole[]) => {
  const byKey = new Map<string, KnownContact[]>()
  const held = new Set(roles.map(roleKey))
  const add = (contact: KnownContact): void => {
    for (const key of Object.values(keysOf(contact)))
      if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), contact])
  }
  contacts.forEach(add)
  return {
    add,
    find: (person: Person): Id | undefined => {
      const { id, mail, name } = keysOf(person)
      const first = (key: string | undefined) => (key === undefined ? undefined : byKey.get(key)?.[0])
      const named = mail === undefined ? byKey.get(name)?.find((each) => !hasOtherId(each, person)) : undefined
      return (first(id) ?? first(mail) ?? named)?.id
    },
    hold: (role: KnownRole): void => void held.add(roleKey(role)),
    holds: (role: KnownRole): boolean => held.has(roleKey(role)),
  }
}

const keysOf = ({ organizationId, name, email, externalId }: Person) => ({
  id: externalId === null ? undefined : `${organizationId ?? ""} i ${foreignIdKey(externalId)}`,
  mail: email === null ? undefined : `${organizationId ?? ""} m ${email.toLowerCase()}`,
  name: `${organizationId ?? ""} n ${nameKey(name)}`,
})

const hasOtherId = ({ externalId: known }: Person, { externalId: said }: Person): boolean =>
  known !== null && said !== null && foreignIdKey(known) !== foreignIdKey(said)

const roleKey = ({ partnershipId, contactId, role }: KnownRole): string => `${partnershipId} ${contactId} ${role}`
