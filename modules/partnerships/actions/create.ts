import { isRefusal, refuse } from "#core/refusal"
import { organizationMeant } from "#modules/organizations"
import { findWorkspace, isActiveMember } from "#modules/workspaces"
import { action, nothing } from "#platform/action"
import { newId } from "#platform/ids"
import { createPartnership } from "../contract.ts"
import { partnershipRecorded } from "../events.ts"
import { mayEditPartnership } from "../policy.ts"
import * as store from "../store.ts"
import { recordFor } from "../views.ts"

export const create = action(createPartnership, {
  load: nothing,
  may: mayEditPartnership,
  act: async ({ tx }, _nothing, input) => {
    const organization = await organizationMeant(tx, input)
    if (isRefusal(organization)) return organization
    const { organizationId: _, newOrganization: __, ...details } = input
    if (details.ownerId !== undefined && !(await isActiveMember(tx, details.ownerId))) return refuse("owner-not-known")
    // Who enters a partnership looks after it until someone else is named.
    const ownerId = details.ownerId ?? (tx.actor.kind === "member" ? tx.actor.memberId : undefined)
    const { id } = await store.insertPartnership(tx, {
      ...details,
      ...(ownerId === undefined ? {} : { ownerId }),
      id: newId(),
      organizationId: organization.id,
      name: details.name ?? organization.name,
      currency: details.currency ?? (await findWorkspace(tx))?.currency ?? "EUR",
    })
    await tx.record(partnershipRecorded, {
      subjectId: id,
      partnershipId: id,
      payload: { name: details.name ?? organization.name, type: details.type, stage: details.stage },
    })
    return recordFor(tx, id)
  },
})
