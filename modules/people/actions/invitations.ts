import { abilityOf } from "#core/ability"
import type { Actor, Side } from "#core/actor"
import { memberRoles, partnerRoles } from "#core/actor"
import { isRefusal, refuse } from "#core/refusal"
import type { Instant } from "#core/time"
import { revokeLinks } from "#modules/links"
import { findOrganization } from "#modules/organizations"
import { action, nothing } from "#platform/action"
import { newId } from "#platform/ids"
import { expiryAfter } from "#platform/link"
import * as contract from "../contract.ts"
import { invitationRevoked, invitationSent } from "../events.ts"
import { mailInvitation } from "../jobs.ts"
import { acceptInvitation } from "../linkActs.ts"
import { mayInvite, mayReadPeople } from "../policy.ts"
import { decideRevocation, invitationDays, stateOfInvitation } from "../rules.ts"
import * as store from "../store.ts"

const invitationForHost = (actor: Actor, now: Instant, row: store.InvitationRow): contract.InvitationForHost => {
  const { acceptedAt: _, revokedAt: __, ...shown } = row
  return {
    ...shown,
    role: shown.role as contract.InvitationForHost["role"],
    state: stateOfInvitation(row, now),
    abilities: { revoke: abilityOf(mayInvite(actor, row), decideRevocation(row, now)) },
  }
}

const rolesOf: Readonly<Record<Side, readonly string[]>> = { host: memberRoles, partner: partnerRoles }

export const listInvitations = action(contract.listInvitations, {
  load: store.listInvitations,
  may: mayReadPeople,
  act: async ({ actor, now }, rows) => ({ items: rows.map((row) => invitationForHost(actor, now, row)) }),
})

export const invite = action(contract.invite, {
  load: nothing,
  may: (actor, _nothing, input) => mayInvite(actor, input),
  act: async ({ tx, actor, now, platform }, _nothing, { email, side, role, organizationId }) => {
    if (!rolesOf[side].includes(role)) return refuse("role-of-other-side", { allowed: rolesOf[side] })
    const organization = side === "partner" && organizationId ? await findOrganization(tx, organizationId) : undefined
    if (side === "partner" && !organization) return refuse("employer-needed")
    const place = { email, side, organizationId: organization?.id ?? null }
    if (await store.hasAccess(tx, email, place.organizationId)) return refuse("already-here", { email })
    for (const earlier of await store.revokeEarlier(tx, place)) await revokeLinks(tx, acceptInvitation, earlier)
    const id = newId()
    await store.invitations.insert(tx, {
      id,
      ...place,
      role,
      invitedBy: actor.kind === "member" ? actor.memberId : null,
      expiresAt: expiryAfter(now, invitationDays),
    })
    await tx.record(invitationSent, { subjectId: id, payload: { ...place, role } })
    const invitation = (await store.findInvitation(tx, id)) as store.InvitationRow
    await mailInvitation(tx, platform, invitation)
    return invitationForHost(actor, now, invitation)
  },
})

export const revoke = action(contract.revokeInvitation, {
  load: (tx, { invitation }) => store.lockInvitation(tx, invitation),
  may: (actor, row) => mayInvite(actor, row),
  act: async ({ tx, actor, now }, row) => {
    const allowed = decideRevocation(row, now)
    if (isRefusal(allowed)) return allowed
    await store.invitations.save(tx, row.id, { revokedAt: now })
    await revokeLinks(tx, acceptInvitation, row.id)
    await tx.record(invitationRevoked, { subjectId: row.id, payload: { email: row.email } })
    return invitationForHost(actor, now, { ...row, revokedAt: now })
  },
})
