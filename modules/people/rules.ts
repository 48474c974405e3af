import type { MemberRole, Side } from "#core/actor"
import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import type { Instant, PlainDate } from "#core/time"
import { addDays } from "#core/time"
import type { Parties, PartnershipType } from "#rules/partnerships"

/** Parts that a person plays in a partnership, on either side. */
export const contactRoles = [
  "executive_sponsor",
  "alliance_manager",
  "champion",
  "sales",
  "marketing",
  "technical_lead",
  "finance",
  "legal",
] as const
export type ContactRole = (typeof contactRoles)[number]

/** Days for which an invitation's link works. */
export const invitationDays = 14

/** A workspace keeps at least one owner: `owners` are the active ones, locked, and `leaving` is about to stop being one. */
export const decideOwnerLeaves = (owners: readonly Id[], leaving: Id): true | Refusal<"last-owner"> =>
  owners.some((owner) => owner !== leaving) || !owners.includes(leaving) || refuse("last-owner")

/** Who was erased gets no name again by somebody else's hand. */
export const decideNamed = ({ erasedAt }: Readonly<{ erasedAt: Instant | null }>): true | Refusal<"person-erased"> =>
  erasedAt === null || refuse("person-erased")

/** What a change of role means for the owners. */
export const losesOwner = (before: string, after: MemberRole | "none"): boolean =>
  before === "owner" && after !== "owner"

export type InvitationState = "open" | "accepted" | "revoked" | "expired"

type Dated = Readonly<{ acceptedAt: Instant | null; revokedAt: Instant | null; expiresAt: Instant }>

export const stateOfInvitation = ({ acceptedAt, revokedAt, expiresAt }: Dated, now: Instant): InvitationState => {
  if (acceptedAt !== null) return "accepted"
  if (revokedAt !== null) return "revoked"
  return expiresAt <= now ? "expired" : "open"
}

/** An invitation is good once, while nobody took it back, for its days. */
export const decideAcceptance = (
  invitation: Dated,
  now: Instant,
): true | Refusal<"invitation-accepted" | "invitation-revoked" | "invitation-expired"> => {
  const state = stateOfInvitation(invitation, now)
  return state === "open" || refuse(`invitation-${state}`)
}

/** What was accepted, has expired or was taken back already cannot be taken back. */
export const decideRevocation = (invitation: Dated, now: Instant): true | Refusal<"invitation-closed"> => {
  const state = stateOfInvitation(invitation, now)
  return state === "open" || refuse("invitation-closed", { state })
}

const both = (...roles: ContactRole[]): Readonly<Record<Side, readonly ContactRole[]>> => ({
  host: roles,
  partner: roles,
})

/** Roles that a partnership of a type cannot do without. */
export const neededRoles: Readonly<Record<PartnershipType, Readonly<Record<Side, readonly ContactRole[]>>>> = {
  reseller: { host: ["alliance_manager"], partner: ["champion", "sales"] },
  distributor: both("executive_sponsor", "alliance_manager"),
  msp: both("alliance_manager", "technical_lead"),
  integrator: {
    host: ["executive_sponsor", "alliance_manager"],
    partner: ["executive_sponsor", "alliance_manager", "technical_lead"],
  },
  isv: both("alliance_manager", "technical_lead"),
  integration: both("alliance_manager", "technical_lead"),
  referral: { host: ["alliance_manager"], partner: ["champion"] },
  co_marketing: both("alliance_manager", "marketing"),
  joint_solution: both("executive_sponsor", "alliance_manager", "technical_lead"),
  strategic_alliance: both("executive_sponsor", "alliance_manager"),
  consortium: both("executive_sponsor", "alliance_manager"),
}

/** Someone in a role, from a day until a last day (both included). */
export type Assignment = Readonly<{
  role: ContactRole
  partyId: Id
  contactName: string | null
  fromOn: PlainDate
  toOn: PlainDate | null
}>

/** A role nobody holds today. `sinceOn` is null when nobody ever held it. */
export type Vacancy = Readonly<{
  partyId: Id
  side: Side
  role: ContactRole
  sinceOn: PlainDate | null
  lastHolder: string | null
}>

export const isHeldOn = ({ fromOn, toOn }: Pick<Assignment, "fromOn" | "toOn">, day: PlainDate): boolean =>
  fromOn <= day && (toOn === null || toOn >= day)

/** Roles the type needs, and roles once held, that nobody holds on the day; the longest empty first. */
export const vacanciesOf = (
  type: PartnershipType,
  { host, companies }: Parties,
  assignments: readonly Assignment[],
  day: PlainDate,
): Vacancy[] =>
  [host, ...companies]
    .flatMap((partyId) =>
      contactRoles.flatMap((role) => {
        const side: Side = partyId === host ? "host" : "partner"
        const past = assignments.filter((each) => each.partyId === partyId && each.role === role && each.fromOn <= day)
        const isWanted = neededRoles[type][side].includes(role) || past.length > 0
        if (!isWanted || past.some((each) => isHeldOn(each, day))) return []
        const last = past.toSorted((a, b) => (a.toOn ?? "").localeCompare(b.toOn ?? "")).at(-1)
        return [
          {
            partyId,
            side,
            role,
            sinceOn: last?.toOn ? addDays(last.toOn, 1) : null,
            lastHolder: last?.contactName ?? null,
          },
        ]
      }),
    )
    .toSorted((a, b) => (a.sinceOn ?? "").localeCompare(b.sinceOn ?? ""))

/** A role ends on a day it was held, and not in the future: what is planned is not history. */
export const decideEnd = (
  { fromOn, toOn }: Pick<Assignment, "fromOn" | "toOn">,
  endsOn: PlainDate,
  today: PlainDate,
): PlainDate | Refusal<"already-ended" | "ends-before-start" | "ends-in-future"> => {
  if (toOn !== null) return refuse("already-ended", { toOn })
  if (endsOn < fromOn) return refuse("ends-before-start", { fromOn })
  return endsOn > today ? refuse("ends-in-future", { today }) : endsOn
}
