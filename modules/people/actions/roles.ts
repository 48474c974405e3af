import { isRefusal, refuse } from "#core/refusal"
import { startOfDayIn } from "#core/time"
import { findPartnership } from "#modules/partnerships"
import { action, whoeverSeesIt } from "#platform/action"
import { newId } from "#platform/ids"
import * as contract from "../contract.ts"
import { roleAssigned, roleEnded } from "../events.ts"
import { mayEditPeople } from "../policy.ts"
import { decideEnd, isHeldOn, vacanciesOf } from "../rules.ts"
import * as store from "../store.ts"

const assignmentFor = ({ partnershipId: _, ...row }: store.AssignmentRow): contract.RoleAssignment => row

export const listPeople = action(contract.getPartnershipPeople, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx, actor, today }, { id, type }) => {
    const all = await store.listAssignments(tx, id)
    return {
      current: all.filter((each) => isHeldOn(each, today)).map(assignmentFor),
      past: all.filter((each) => !isHeldOn(each, today)).map(assignmentFor),
      vacancies: vacanciesOf(type, all, today),
      abilities: { assign: mayEditPeople(actor) },
    }
  },
})

export const assign = action(contract.assignRole, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: mayEditPeople,
  act: async ({ tx, actor, today }, { id: partnershipId }, { contactId, role, fromOn = today }) => {
    if (fromOn > today) return refuse("starts-in-future", { today })
    const contact = await store.findContact(tx, contactId)
    if (!contact) return refuse("contact-not-known", { contactId })
    const { organizationId, side } = contact
    if (organizationId !== null && !(await store.partyIds(tx, partnershipId)).includes(organizationId))
      return refuse("other-company", { organizationId })
    const made = { id: newId(), partnershipId, contactId, role, side, fromOn }
    if (!(await store.openAssignment(tx, made))) return refuse("already-assigned")
    await tx.record(roleAssigned, {
      subjectId: made.id,
      partnershipId,
      side,
      occurredAt: startOfDayIn(actor.timeZone, fromOn),
      payload: { role, side, contactId, name: contact.name, fromOn },
    })
    return assignmentFor((await store.findAssignment(tx, made.id)) as store.AssignmentRow)
  },
})

export const end = action(contract.endRole, {
  load: (tx, { assignment }) => store.lockAssignment(tx, assignment),
  may: mayEditPeople,
  act: async ({ tx, actor, today }, row, { toOn = today }) => {
    const lastDay = decideEnd(row, toOn, today)
    if (isRefusal(lastDay)) return lastDay
    await store.closeAssignment(tx, row.id, lastDay)
    await tx.record(roleEnded, {
      subjectId: row.id,
      partnershipId: row.partnershipId,
      side: row.side,
      occurredAt: startOfDayIn(actor.timeZone, lastDay),
      payload: { role: row.role, side: row.side, contactId: row.contactId, name: row.contactName, toOn: lastDay },
    })
    return assignmentFor({ ...row, toOn: lastDay })
  },
})
