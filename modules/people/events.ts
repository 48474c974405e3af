import { z } from "zod"
import { event } from "#platform/event"

/** Who works for whom in the workspace is the host's affair. */
const host = { visibility: "host" } as const

const invitation = { ...host, subject: "invitation", concernsSecurity: true } as const
const place = { email: z.string(), role: z.string(), organizationId: z.string().nullable() }

export const invitationSent = event("invitation.sent", { ...invitation, payload: { ...place, side: z.string() } })
export const invitationRevoked = event("invitation.revoked", { ...invitation, payload: { email: z.string() } })

const member = { ...host, subject: "member", concernsSecurity: true } as const
const change = { name: z.string(), before: z.string(), after: z.string() }

export const memberRoleChanged = event("member.role_changed", { ...member, payload: change })
export const memberDeactivated = event("member.deactivated", { ...member, payload: change })
export const memberReactivated = event("member.reactivated", { ...member, payload: change })

const partnerUser = { ...host, subject: "partner_user", concernsSecurity: true } as const

export const partnerUserJoined = event("partner_user.joined", {
  ...partnerUser,
  payload: { name: z.string(), ...place },
})
export const partnerUserDeactivated = event("partner_user.deactivated", {
  ...partnerUser,
  payload: { name: z.string(), organizationId: z.string() },
})

/** Which fields changed, not what they held: a person may ask for their data to be deleted, and the ledger cannot. */
const contact = { ...host, subject: "contact" } as const

export const contactRecorded = event("contact.recorded", {
  ...contact,
  payload: { name: z.string(), organizationId: z.string().nullable() },
})
export const contactChanged = event("contact.changed", { ...contact, payload: { fields: z.array(z.string()) } })
export const contactDeleted = event("contact.deleted", { ...contact, payload: {} })

/** Both sides know who plays which part, and a vacancy is a signal. */
/** Who holds a role is a contact: read by the host and by the company whose contact it is, never by another. */
const role = {
  subject: "role",
  visibility: "shared",
  marksStale: true,
  audiences: { contactId: "party", name: "party" },
} as const
const held = { role: z.string(), side: z.string(), contactId: z.string(), name: z.string().nullable() }

export const roleAssigned = event("role.assigned", { ...role, payload: { ...held, fromOn: z.string() } })
export const roleEnded = event("role.ended", { ...role, payload: { ...held, toOn: z.string() } })

export const events = [
  invitationSent,
  invitationRevoked,
  memberRoleChanged,
  memberDeactivated,
  memberReactivated,
  partnerUserJoined,
  partnerUserDeactivated,
  contactRecorded,
  contactChanged,
  contactDeleted,
  roleAssigned,
  roleEnded,
]
