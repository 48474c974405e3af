import { inReadingOrder } from "#core/readingOrder"

type Known = Readonly<{ id: string; name: string; email: string | null }>
export type FoundPerson = Known & Readonly<{ kind: "member" | "partner_user" | "contact" }>

/** The server has looked among the contacts; members and partners' people are few and all here. By name, then as what. */
export const foundPeople = (
  search: string,
  members: readonly Known[],
  partnerUsers: readonly Known[],
  contacts: readonly Known[],
): readonly FoundPerson[] => {
  const wanted = search.trim().toLowerCase()
  const isMeant = ({ name, email }: Known) => `${name}\n${email ?? ""}`.toLowerCase().includes(wanted)
  const as = (kind: FoundPerson["kind"], people: readonly Known[]): readonly FoundPerson[] =>
    people.map(({ id, name, email }) => ({ kind, id, name, email }))
  return [
    ...as("member", members.filter(isMeant)),
    ...as("partner_user", partnerUsers.filter(isMeant)),
    ...as("contact", contacts),
  ].toSorted((a, b) => inReadingOrder(a.name, b.name))
}
