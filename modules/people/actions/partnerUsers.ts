import type { Actor } from "#core/actor"
import { savePartnerUser } from "#modules/workspaces"
import { action, nothing } from "#platform/action"
import * as contract from "../contract.ts"
import { partnerUserDeactivated } from "../events.ts"
import { mayEditPeople, mayInvite, mayReadPeople } from "../policy.ts"
import * as store from "../store.ts"

const partnerUserForHost = (
  actor: Actor,
  { userId: _, ...row }: store.PartnerUserRow,
): contract.PartnerUserForHost => ({
  ...row,
  abilities: { deactivate: mayEditPeople(actor) },
})

export const listPartnerUsers = action(contract.listPartnerUsers, {
  load: nothing,
  may: mayReadPeople,
  act: async ({ tx, actor }, _nothing, { organization }) => ({
    items: (await store.listPartnerUsers(tx, organization)).map((row) => partnerUserForHost(actor, row)),
    abilities: { invite: mayInvite(actor, { side: "partner", role: "seller" }) === true || "role-may-not" },
  }),
})

export const deactivatePartnerUser = action(contract.deactivatePartnerUser, {
  load: (tx, { partnerUser }) => store.lockPartnerUser(tx, partnerUser),
  may: mayEditPeople,
  act: async ({ tx, actor, now }, row) => {
    if (row.deactivatedAt !== null) return partnerUserForHost(actor, row)
    await savePartnerUser(tx, row.id, { deactivatedAt: now })
    await tx.record(partnerUserDeactivated, {
      subjectId: row.id,
      payload: { name: row.name, organizationId: row.organizationId },
    })
    return partnerUserForHost(actor, { ...row, deactivatedAt: now })
  },
})
