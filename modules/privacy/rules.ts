import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import { decideOwnerLeaves } from "#rules/people"

/** As whom somebody is known in a workspace. */
export const personKinds = ["member", "partner_user", "contact"] as const
export type PersonKind = (typeof personKinds)[number]

export type Known = Readonly<{ kind: PersonKind; id: Id; name: string; isErased: boolean }>

export const idsOf = (person: readonly Known[], kind: PersonKind): readonly Id[] =>
  person.filter((each) => each.kind === kind).map(({ id }) => id)

/** The ids that rows point to them with. */
export const personIds = (person: readonly (Known & Readonly<{ userId: string | null }>)[]) => ({
  userIds: [...new Set(person.flatMap(({ userId }) => userId ?? []))],
  memberIds: idsOf(person, "member"),
  partnerUserIds: idsOf(person, "partner_user"),
  contactIds: idsOf(person, "contact"),
})

type Asked = Readonly<{
  person: readonly Known[]
  /** What was typed to confirm it. */
  typed: string
  /** The active owners, locked. */
  owners: readonly Id[]
  /** How many things they look after that somebody else must. */
  belongings: number
  /** Who takes them over, if anybody was named: an active member, or nobody like that. */
  successor: Id | "unknown" | undefined
}>

const sameName = (a: string, b: string): boolean =>
  a.trim().toLocaleLowerCase("en") === b.trim().toLocaleLowerCase("en")

/**
 * An erasure cannot be undone: whoever asks for it types one of the person's names. The last owner stays, and what somebody looks
 * after is handed over to somebody who stays.
 */
export const decideErasure = ({
  person,
  typed,
  owners,
  belongings,
  successor,
}: Asked):
  | true
  | Refusal<"already-erased" | "last-owner" | "not-the-name" | "successor-needed" | "successor-not-known"> => {
  const there = person.filter(({ isErased }) => !isErased)
  if (there.length === 0) return refuse("already-erased")
  if (!there.some(({ name }) => sameName(name, typed))) return refuse("not-the-name", { field: "typed" })
  for (const { kind, id } of there) {
    const allowed = kind === "member" ? decideOwnerLeaves(owners, id) : true
    if (allowed !== true) return allowed
  }
  if (belongings === 0) return true
  if (successor === undefined) return refuse("successor-needed", { field: "successorId", belongings })
  const isThemselves = there.some(({ id }) => id === successor)
  return successor === "unknown" || isThemselves ? refuse("successor-not-known", { field: "successorId" }) : true
}

type Limits = Readonly<{ leastDays: number; mostDays: number }>

/** Each kind of thing has a shortest and a longest time. */
export const decideDays = (
  limits: Limits | undefined,
  days: number,
): true | Refusal<"nothing-of-that-kind" | "days-out-of-range"> => {
  if (limits === undefined) return refuse("nothing-of-that-kind", { field: "keeps" })
  const { leastDays, mostDays } = limits
  if (days < leastDays || days > mostDays) return refuse("days-out-of-range", { field: "days", leastDays, mostDays })
  return true
}
