import { z } from "zod"
import { memberRoles, partnerRoles } from "#core/actor"
import { abilityShape, endpoint, idShape, instantShape } from "#core/endpoint"
import { passwordGuessable, roleMayNot } from "#core/refusalTexts"
import { ownersOnly } from "./members.ts"

const email = z.email("an e-mail address, such as kim@example.com").max(254).toLowerCase()

const invitation = z.object({
  id: idShape,
  email: z.string(),
  side: z.enum(["host", "partner"]),
  role: z.enum([...memberRoles, ...partnerRoles]),
  organizationId: idShape.nullable(),
  organizationName: z.string().nullable(),
  invitedBy: z.string().nullable(),
  createdAt: instantShape,
  expiresAt: instantShape,
  state: z.enum(["open", "accepted", "revoked", "expired"]),
  abilities: z.object({ revoke: abilityShape }),
})
export type InvitationForHost = z.input<typeof invitation>

export const listInvitations = endpoint("GET", "/invitations", {
  summary: "The latest 200 invitations, newest first.",
  reads: ["invitations", "organizations"],
  output: z.object({ items: z.array(invitation) }),
  refusals: roleMayNot,
})

export const invite = endpoint("POST", "/invitations", {
  makes: true,
  summary:
    "Invites someone by mail, to the host side or for a partner organization. An earlier open invitation is replaced.",
  changes: ["invitations", "links"],
  input: {
    email,
    side: z.enum(["host", "partner"]),
    role: z.enum([...memberRoles, ...partnerRoles]),
    organizationId: idShape.optional().describe("the partner organization; needed when side is partner"),
  },
  output: invitation,
  refusals: {
    ...roleMayNot,
    ...ownersOnly,
    "role-of-other-side": { status: 422, title: "This role does not exist on that side. Choose another role." },
    "employer-needed": { status: 422, title: "Choose the company this person works for." },
    "already-here": { status: 409, title: "This person already has access." },
  },
})

export const revokeInvitation = endpoint("POST", "/invitations/:invitation/revoke", {
  summary: "Takes an open invitation back; its link stops working.",
  changes: ["invitations", "links"],
  params: { invitation: idShape },
  output: invitation,
  refusals: {
    ...roleMayNot,
    ...ownersOnly,
    "invitation-closed": { status: 409, title: "This invitation is no longer open." },
  },
})

const token = z.string().min(20).max(200)

const stillGood = {
  "invitation-accepted": { status: 410, title: "This invitation was already accepted. Sign in instead." },
  "invitation-revoked": {
    status: 410,
    title: "This invitation was taken back. Ask the person who invited you for a new one.",
  },
  "invitation-expired": {
    status: 410,
    title: "This invitation has expired. Ask the person who invited you for a new one.",
  },
} as const

export const readInvitation = endpoint("GET", "/invitations/:token", {
  summary: "What an invitation's link shows before it is accepted.",
  reads: ["invitations"],
  scope: "link",
  params: { token },
  output: z.object({
    workspaceName: z.string(),
    slug: z.string(),
    email: z.string(),
    side: z.enum(["host", "partner"]),
    invitedBy: z.string(),
    hasAccount: z.boolean().describe("sign in with this address first, then accept"),
  }),
  refusals: stillGood,
})

export const acceptInvitation = endpoint("POST", "/invitations/:token/accept", {
  summary: "Accepts an invitation: makes the account of someone new, and lets the person in.",
  changes: ["invitations", "members", "partner-users", "links"],
  scope: "link",
  params: { token },
  input: {
    name: z.string().trim().max(80).default("").describe("of someone without an account"),
    password: z.string().max(200).default("").describe("of someone without an account: at least 10 characters"),
    proof: z
      .string()
      .max(200)
      .default("")
      .describe(
        "of someone signed in with another address: `proof` of the link, for the code from the invited mailbox",
      ),
  },
  output: z.object({
    slug: z.string(),
    side: z.enum(["host", "partner"]),
    partnershipId: idShape.nullable().describe("of a company's person: its partnership, where it has one only"),
  }),
  refusals: {
    ...stillGood,
    "sign-in-first": { status: 403, title: "There is an account with this address. Sign in with it, then accept." },
    "other-address": {
      status: 403,
      title:
        "This invitation is for another address. Show that its mailbox is yours, or sign out and open the link again.",
    },
    "name-needed": { status: 422, title: "Enter your name." },
    ...passwordGuessable,
    "password-too-short": { status: 422, title: "Choose a password of at least 10 characters." },
    "already-a-member": { status: 409, title: "You already have access to this workspace." },
  },
})
