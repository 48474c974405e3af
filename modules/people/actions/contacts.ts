import { abilityOf } from "#core/ability"
import type { Actor } from "#core/actor"
import { isRefusal, refuse } from "#core/refusal"
import { findOrganization } from "#modules/organizations"
import { action, nothing, whoeverSeesIt } from "#platform/action"
import { newId } from "#platform/ids"
import * as contract from "../contract.ts"
import { contactChanged, contactDeleted, contactRecorded } from "../events.ts"
import { mayEditPeople } from "../policy.ts"
import { decideNamed } from "../rules.ts"
import * as store from "../store.ts"

const contactFor = (actor: Actor, { erasedAt, ...row }: store.ContactRow): contract.Contact => ({
  ...row,
  isErased: erasedAt !== null,
  abilities: { edit: abilityOf(mayEditPeople(actor), decideNamed({ erasedAt })) },
})

export const listContacts = action(contract.listContacts, {
  load: store.listContacts,
  may: whoeverSeesIt,
  act: async ({ actor }, { items, next }) => ({ items: items.map((row) => contactFor(actor, row)), next }),
})

export const createContact = action(contract.createContact, {
  load: nothing,
  may: mayEditPeople,
  act: async ({ tx, actor }, _nothing, { organizationId, ...details }) => {
    if (organizationId !== undefined && !(await findOrganization(tx, organizationId)))
      return refuse("organization-not-known", { organizationId })
    const row = await store.contacts.insert(tx, { id: newId(), organizationId: organizationId ?? null, ...details })
    await tx.record(contactRecorded, {
      subjectId: row.id,
      payload: { name: row.name, organizationId: row.organizationId },
    })
    return contactFor(actor, row)
  },
})

export const editContact = action(contract.editContact, {
  load: (tx, { contact }) => store.contacts.lock(tx, contact),
  may: mayEditPeople,
  act: async ({ tx, actor }, before, { contact: _, ...details }) => {
    const allowed = decideNamed(before)
    if (isRefusal(allowed)) return allowed
    const row = await store.saveContact(tx, before.id, details)
    const fields = (["name", "email", "title", "phone"] as const).filter((field) => before[field] !== row[field])
    await tx.record(contactChanged, { subjectId: row.id, payload: { fields } })
    return contactFor(actor, row)
  },
})

export const deleteContact = action(contract.deleteContact, {
  load: (tx, { contact }) => store.contacts.lock(tx, contact),
  may: mayEditPeople,
  act: async ({ tx }, { id }) => {
    if (await store.hasHeldRole(tx, id)) return refuse("has-history")
    await store.contacts.remove(tx, id)
    await tx.record(contactDeleted, { subjectId: id })
    return { id }
  },
})
