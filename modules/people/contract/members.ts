import { z } from "zod"
import { memberRoles, partnerRoles } from "#core/actor"
import { abilityShape, endpoint, idShape, instantShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"

const member = z.object({
  id: idShape,
  userId: z.string().describe("the account, as the ledger names it"),
  name: z.string(),
  email: z.string(),
  role: z.enum(memberRoles),
  createdAt: instantShape,
  deactivatedAt: instantShape.nullable(),
  isErased: z.boolean().describe("their name was taken out of everything; they come back only by an invitation"),
  isSelf: z.boolean(),
  version: z.number().int(),
  abilities: z.object({ change: abilityShape }),
})
export type MemberForHost = z.input<typeof member>

export const personErased = {
  "person-erased": {
    status: 409,
    title: "This person was erased. Invite them anew, and they come back by themselves.",
  },
} as const

export const ownersOnly = {
  "owners-only": { status: 403, title: "Only an owner may make or change an owner." },
} as const

export const keepsOwner = {
  ...roleMayNot,
  ...ownersOnly,
  "last-owner": { status: 409, title: "This is the last owner. Make someone else an owner first." },
} as const

export const listMembers = endpoint("GET", "/members", {
  summary: "Everyone on the host side, by name; those who left are marked.",
  reads: ["members"],
  output: z.object({ items: z.array(member), abilities: z.object({ invite: abilityShape }) }),
  refusals: roleMayNot,
})

export const changeRole = endpoint("PUT", "/members/:member/role", {
  summary: "Gives a member another role. The last owner keeps theirs.",
  changes: ["members"],
  params: { member: idShape },
  input: { role: z.enum(memberRoles) },
  edits: true,
  output: member,
  refusals: { ...keepsOwner },
})

export const deactivateMember = endpoint("POST", "/members/:member/deactivate", {
  summary: "Takes a member's access away; what they did stays. The last owner cannot leave.",
  changes: ["members"],
  params: { member: idShape },
  output: member,
  refusals: keepsOwner,
})

export const reactivateMember = endpoint("POST", "/members/:member/reactivate", {
  summary: "Gives a member who left their access back.",
  changes: ["members"],
  params: { member: idShape },
  output: member,
  refusals: { ...roleMayNot, ...ownersOnly, ...personErased },
})

const partnerUser = z.object({
  id: idShape,
  name: z.string(),
  email: z.string(),
  role: z.enum(partnerRoles),
  organizationId: idShape,
  organizationName: z.string(),
  createdAt: instantShape,
  deactivatedAt: instantShape.nullable(),
  abilities: z.object({ deactivate: abilityShape }),
})
export type PartnerUserForHost = z.input<typeof partnerUser>

export const listPartnerUsers = endpoint("GET", "/partner-users", {
  summary: "People who sign in for partner organizations.",
  reads: ["organizations", "partner-users"],
  query: { organization: idShape.optional() },
  output: z.object({ items: z.array(partnerUser), abilities: z.object({ invite: abilityShape }) }),
  refusals: roleMayNot,
})

export const deactivatePartnerUser = endpoint("POST", "/partner-users/:partnerUser/deactivate", {
  summary: "Takes a partner user's access away.",
  changes: ["partner-users"],
  params: { partnerUser: idShape },
  output: partnerUser,
  refusals: roleMayNot,
})
