import type { Id } from "#core/ids"
import { nameKey } from "#rules/organizations"

type KnownContact = Readonly<{ id: Id; organizationId: Id | null; name: string; email: string | null }>
type KnownRole = Readonly<{ partnershipId: Id; contactId: Id; role: string }>

/** Who is known already: a person with the same mail, or the same name without one, in the same company is the same. */
export const knownPeople = (contacts: readonly KnownContact[], roles: readonly KnownRole[]) => {
  const byKey = new Map<string, Id>()
  const held = new Set(roles.map(roleKey))
  const add = ({ id, organizationId, name, email }: KnownContact): void => {
    for (const key of keysOf(organizationId ?? "", name, email)) if (!byKey.has(key)) byKey.set(key, id)
  }
  contacts.forEach(add)
  return {
    add,
    find: (organizationId: Id, name: string, email: string | null): Id | undefined =>
      byKey.get(keysOf(organizationId, name, email)[0]),
    hold: (role: KnownRole): void => void held.add(roleKey(role)),
    holds: (role: KnownRole): boolean => held.has(roleKey(role)),
  }
}

/** What tells a person best comes first: the mail, where there is one. */
const keysOf = (organizationId: Id, name: string, email: string | null): readonly [string, ...string[]] => {
  const byName = `${organizationId} n ${nameKey(name)}`
  return email === null ? [byName] : [`${organizationId} m ${email.toLowerCase()}`, byName]
}

const roleKey = ({ partnershipId, contactId, role }: KnownRole): string => `${partnershipId} ${contactId} ${role}`
