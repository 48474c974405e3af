import type { Actor, MemberRole, PartnerRole, PartnerUser } from "#core/actor"
import { memberRoles, partnerRoles } from "#core/actor"

const workspaceId = "00000000-0000-7000-8000-000000000001"
export const company = "00000000-0000-7000-8000-0000000000a1"
export const otherCompany = "00000000-0000-7000-8000-0000000000a2"
export const host = workspaceId

const timeZone = "Europe/Berlin"
const tenant = { workspaceId, timeZone }

export const memberOf = (role: MemberRole) =>
  ({ ...tenant, kind: "member", side: "host", userId: `user of ${role}`, memberId: role, role }) as const

export const partnerUserOf = (role: PartnerRole, organizationId = company): PartnerUser => ({
  ...{ ...tenant, kind: "partner-user", side: "partner", userId: `user of ${role}`, partnerUserId: role },
  ...{ organizationId, partnershipIds: [], role },
})

export const keelsonItself = { ...tenant, kind: "system", side: "host", job: "test" } as const

/**
 * Everyone there is, by name. Who has left, or whose company has, is nobody here any more: a person who is signed in and has
 * no place in the workspace.
 */
const everybody: Readonly<Record<string, Actor>> = {
  keelson: keelsonItself,
  ...Object.fromEntries(memberRoles.map((role) => [role, memberOf(role)])),
  ...Object.fromEntries(partnerRoles.map((role) => [`partner's ${role}`, partnerUserOf(role)])),
  "someone who has left": { kind: "person", userId: "who was here once" },
  anybody: { kind: "anonymous" },
}

/** Names of all who may, and by its code of all who may not. */
export const verdictsOf = (may: (actor: Actor) => true | string): Readonly<Record<string, readonly string[]>> => {
  const verdicts = Map.groupBy(Object.keys(everybody), (name) => String(may(everybody[name] as Actor)))
  return Object.fromEntries([...verdicts].map(([verdict, names]) => [verdict === "true" ? "may" : verdict, names]))
}

export const editors = ["keelson", "owner", "admin", "partner_manager"]
export const administrators = ["keelson", "owner", "admin"]
export const members = memberRoles.map(String)
export const hosts = ["keelson", ...members]
export const partners = partnerRoles.map((role) => `partner's ${role}`)
export const outsiders = ["someone who has left", "anybody"]

/** Those may, in the order of the list of everybody; all others are refused with one code. */
export const only = (allowed: readonly string[], code = "role-may-not") => {
  const [yes, no] = [true, false].map((is) => Object.keys(everybody).filter((name) => allowed.includes(name) === is))
  return { ...(yes?.length ? { may: yes } : {}), ...(no?.length ? { [code]: no } : {}) }
}
