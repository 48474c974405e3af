import type { SeededRandom } from "#core/stats/seededRandom"
import type { PlainDate } from "#core/time"
import { addDays } from "#core/time"
import { newId } from "#platform/ids"
import type { Role } from "./cast.ts"
import { familyNames, givenNames } from "./cast.ts"
import { storyWeeks } from "./story.ts"
import { usualFor } from "./usual.ts"
import { partnerPeople } from "./vendors.ts"

export type CastContact = Readonly<{
  id: string
  organizationId: string | null
  name: string
  email: string
  title: string
}>
export type CastAssignment = Readonly<{
  contactId: string
  role: string
  /** The company; null is the host. */
  organizationId: string | null
  fromOn: PlainDate
  toOn: PlainDate | null
}>

const titles = [
  "Alliance Director",
  "Partner Manager",
  "Sales Lead",
  "Solution Architect",
  "Marketing Manager",
  "Account Executive",
  "CTO",
  "Consultant",
] as const
const roles = ["executive_sponsor", "alliance_manager", "sales", "technical_lead", "marketing"] as const

export type Colleague = Readonly<{ name: string; email: string; title: string }>
const colleague = ({ name, email, title }: Colleague): Colleague => ({ name, email, title })

type CastPeople = Readonly<{ contacts: readonly CastContact[]; assignments: readonly CastAssignment[] }>

/** With those of our own side who stand in other partnerships already as the very same people. `known`: their ids by address. */
export const knownOnce = ({ contacts, assignments }: CastPeople, known: ReadonlyMap<string, string>): CastPeople => {
  const again = new Map(
    contacts.flatMap(({ id, organizationId, email }) => {
      const same = organizationId === null ? known.get(email) : undefined
      return same === undefined ? [] : [[id, same]]
    }),
  )
  return {
    contacts: contacts.filter(({ id }) => !again.has(id)),
    assignments: assignments.map((each) => ({ ...each, contactId: again.get(each.contactId) ?? each.contactId })),
  }
}

/** Who stands on either side, in which role, from when to when. A vacancy of the story ends the sponsor's role. */
export const castPeople = (
  role: Role,
  organizationId: string,
  owner: Colleague & Readonly<{ sponsor: Colleague }>,
  startedOn: PlainDate,
  weekDate: (week: number) => PlainDate,
  random: SeededRandom,
): CastPeople => {
  const drawn = new Set<string>()
  const draw = (): string => {
    for (;;) {
      const name = `${givenNames[Math.floor(random.uniform() * givenNames.length)]} ${familyNames[Math.floor(random.uniform() * familyNames.length)]}`
      if (!drawn.has(name)) return drawn.add(name) && name
    }
  }
  const partners: CastContact[] = Array.from({ length: Math.max(roles.length, usualFor(role).people) }, (_, index) => {
    const name = draw()
    const email = `${name.toLowerCase().replace(" ", ".")}@${role.domain}`
    const drawnPerson = { name, email, title: titles[index % titles.length] ?? "Consultant" }
    // Whoever can sign in stands among the company's people, too.
    const known = partnerPeople.find(({ company }) => company === role.name && roles[index] === "alliance_manager")
    return { id: newId(), organizationId, ...(known ? colleague(known) : drawnPerson) }
  })
  const hosts: CastContact[] = [
    { id: newId(), organizationId: null, ...colleague(owner.sponsor) },
    { id: newId(), organizationId: null, ...colleague(owner) },
  ]
  const assigned = (contact: CastContact | undefined, held: string): CastAssignment[] => {
    if (!contact) return []
    const own = contact.organizationId === null ? "host" : "partner"
    const gone = held === "executive_sponsor" ? role.story.vacancies.find(({ side }) => side === own) : undefined
    const toOn = gone ? addDays(weekDate(gone.from), -1) : null
    const first: CastAssignment = {
      contactId: contact.id,
      role: held,
      organizationId: contact.organizationId,
      fromOn: startedOn,
      toOn,
    }
    return gone && gone.until < storyWeeks ? [first, { ...first, fromOn: weekDate(gone.until), toOn: null }] : [first]
  }
  return {
    contacts: [...partners, ...hosts],
    assignments: [
      ...roles.flatMap((held, index) => assigned(partners[index], held)),
      ...assigned(hosts[0], "executive_sponsor"),
      ...assigned(hosts[1], "alliance_manager"),
    ],
  }
}
