import { isRefusal, refuse } from "#core/refusal"
import { findOrganization } from "#modules/organizations"
import { action } from "#platform/action"
import { addParty, removeParty } from "../contract.ts"
import { partyJoined, partyLeft } from "../events.ts"
import { mayEditPartnership } from "../policy.ts"
import { decideParty } from "../rules.ts"
import * as store from "../store.ts"
import { recordFor } from "../views.ts"

export const join = action(addParty, {
  load: (tx, { partnership }) => store.lockPartnership(tx, partnership),
  may: mayEditPartnership,
  act: async ({ tx, today }, { id, type, organizationId: leading }, { organizationId, joinedOn = today }) => {
    const allowed = decideParty(type)
    if (isRefusal(allowed)) return allowed
    const organization = await findOrganization(tx, organizationId)
    if (!organization) return refuse("organization-not-known", { organizationId })
    const hasJoined =
      organizationId !== leading && (await store.joinParty(tx, { partnershipId: id, organizationId, joinedOn }))
    if (!hasJoined) return refuse("already-a-party", { name: organization.name })
    await tx.record(partyJoined, {
      subjectId: organizationId,
      partnershipId: id,
      payload: { name: organization.name, joinedOn },
    })
    return recordFor(tx, id)
  },
})

export const leave = action(removeParty, {
  load: (tx, { partnership }) => store.lockPartnership(tx, partnership),
  may: mayEditPartnership,
  act: async ({ tx, today }, { id, type }, { organization: organizationId, leftOn = today }) => {
    const allowed = decideParty(type)
    if (isRefusal(allowed)) return allowed
    if (!(await store.leaveParty(tx, { partnershipId: id, organizationId, leftOn }))) return refuse("not-a-party")
    await tx.record(partyLeft, { subjectId: organizationId, partnershipId: id, payload: { leftOn } })
    return recordFor(tx, id)
  },
})
