import type { Actor } from "#core/actor"
import { refuse } from "#core/refusal"
import { findOrganization } from "#modules/organizations"
import { action, nothing, whoeverSeesIt } from "#platform/action"
import { newId } from "#platform/ids"
import * as contract from "../contract.ts"
import { contactChanged, contactDeleted, contactRecorded } from "../events.ts"
import { mayEditPeople } from "../policy.ts"
import * as store from "../store.ts"

const contactFor = (actor: Actor, row: store.ContactRow): contract.Contact => ({
  ...row,
  abilities: { edit: mayEditPeople(actor) },
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
