import type { InputOf } from "#core/endpoint"
import type { Refusal } from "#core/refusal"
import { isRefusal, refuse } from "#core/refusal"
import { findOrganization, recordOrganization } from "#modules/organizations"
import { findWorkspace, isActiveMember } from "#modules/workspaces"
import { action, nothing } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { createPartnership } from "../contract.ts"
import { partnershipRecorded } from "../events.ts"
import { mayEditPartnership } from "../policy.ts"
import * as store from "../store.ts"
import { recordFor } from "../views.ts"

type Input = InputOf<typeof createPartnership>

/** The company it is with: one that is known, or a new one recorded in the same transaction. */
const organizationOf = async (
  tx: WorkspaceTx,
  { organizationId, newOrganization }: Input,
): Promise<
  { id: string; name: string } | Refusal<"already-known" | "organization-needed" | "organization-not-known">
> => {
  if (organizationId !== undefined)
    return (await findOrganization(tx, organizationId)) ?? refuse("organization-not-known", { organizationId })
  if (newOrganization === undefined) return refuse("organization-needed")
  const { evenIfSimilar, ...details } = newOrganization
  const unsaid = { regions: [], industries: [], capabilities: [], languages: [] }
  return recordOrganization(tx, { ...unsaid, ...details }, evenIfSimilar)
}

export const create = action(createPartnership, {
  load: nothing,
  may: mayEditPartnership,
  act: async ({ tx }, _nothing, input) => {
    const organization = await organizationOf(tx, input)
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
