import type { Id } from "#core/ids"
import { nameKey } from "../rules.ts"
import { codeOf, isFault, type Recorder, type Workshop } from "./recorder.ts"

type KnownContact = Readonly<{ id: Id; organizationId: Id | null; name: string; email: string | null }>
type KnownRole = Readonly<{ partnershipId: Id; contactId: Id; role: string }>

/** The partner side's people and the roles they hold. A person with the same mail or name in the same company is the same. */
export const recordPeople = (
  { bulk, partnershipOf, newId, touch, today }: Workshop,
  contacts: readonly KnownContact[],
  roles: readonly KnownRole[],
): Recorder => {
  const known = new Map<string, Id>()
  const remember = ({ id, organizationId, name, email }: KnownContact) => {
    for (const key of keysOf(organizationId ?? "", name, email)) if (!known.has(key)) known.set(key, id)
  }
  contacts.forEach(remember)
  const held = new Set(roles.map(({ partnershipId, contactId, role }) => `${partnershipId} ${contactId} ${role}`))
  return (row) => {
    const text = (field: string) => row[field] as string | undefined
    const partnership = partnershipOf(row)
    if (partnership === "skipped" || isFault(partnership)) return partnership
    const { organizationId } = partnership
    const name = text("name") ?? ""
    const email = text("email") ?? null
    const [byMail, byName] = keysOf(organizationId, name, email)
    const existing = email === null ? known.get(byName ?? byMail ?? "") : known.get(byMail ?? "")
    const id = existing ?? newId()
    if (!existing) {
      bulk.add("contact", {
        id,
        side: "partner",
        organization_id: organizationId,
        name,
        email,
        title: text("title"),
        phone: text("phone"),
      })
      remember({ id, organizationId, name, email })
    }
    const role = text("role")
    if (role === undefined) return existing ? "known" : "recorded"
    const until = text("to")
    const key = `${partnership.id} ${id} ${codeOf(role)}`
    if (until === undefined && held.has(key)) return "known"
    if (until === undefined) held.add(key)
    bulk.add("role_assignment", {
      id: newId(),
      partnership_id: partnership.id,
      contact_id: id,
      role: codeOf(role),
      side: "partner",
      from_on: text("from") ?? earlier(partnership.startedOn ?? today, until),
      to_on: until,
    })
    touch(partnership.id)
    return "recorded"
  }
}

/** By mail first, then by name. */
const keysOf = (organizationId: Id, name: string, email: string | null): readonly string[] => {
  const byName = `${organizationId} n ${nameKey(name)}`
  return email === null ? [byName] : [`${organizationId} m ${email.toLowerCase()}`, byName]
}

const earlier = (day: string, other: string | undefined): string => (other !== undefined && other < day ? other : day)
