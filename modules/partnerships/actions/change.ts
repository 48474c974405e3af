import { isRefusal, refuse } from "#core/refusal"
import { isActiveMember } from "#modules/workspaces"
import { action } from "#platform/action"
import * as contract from "../contract.ts"
import { partnershipChanged } from "../events.ts"
import { moveTo } from "../moving.ts"
import { mayEditPartnership } from "../policy.ts"
import { decideMove } from "../rules.ts"
import * as store from "../store.ts"
import { recordFor } from "../views.ts"

export const change = action(contract.editPartnership, {
  load: (tx, { partnership }) => store.lockPartnership(tx, partnership),
  may: mayEditPartnership,
  act: async ({ tx }, before, { partnership: id, ...details }) => {
    const { ownerId } = details
    if (ownerId !== undefined && ownerId !== before.ownerId && !(await isActiveMember(tx, ownerId)))
      return refuse("owner-not-known")
    const after = await store.savePartnership(tx, id, details)
    await tx.record(partnershipChanged, { subjectId: id, partnershipId: id, payload: { before, after } })
    return recordFor(tx, id)
  },
})

export const move = action(contract.movePartnership, {
  load: (tx, { partnership }) => store.lockPartnership(tx, partnership),
  may: mayEditPartnership,
  act: async ({ tx }, before, { partnership: id, to, reason }) => {
    const stage = decideMove({ from: before.stage, to, reason })
    if (isRefusal(stage)) return stage
    await moveTo(tx, before, stage, reason)
    return recordFor(tx, id)
  },
})
