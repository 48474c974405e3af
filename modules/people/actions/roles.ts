import { isRefusal, refuse } from "#core/refusal"
import { startOfDayIn } from "#core/time"
import { type CompanyNames, companyNames, findPartnership, partiesNow } from "#modules/partnerships"
import { action, whoeverSeesIt } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "../contract.ts"
import { roleAssigned, roleEnded } from "../events.ts"
import { mayEditPeople } from "../policy.ts"
import { decideEnd, isHeldOn, vacanciesOf } from "../rules.ts"
import * as store from "../store.ts"

const assignmentFor =
  (nameOf: CompanyNames) =>
  ({ partnershipId, ...row }: store.AssignmentRow): contract.RoleAssignment => ({
    ...row,
    partyName: nameOf(partnershipId, row.partyId),
  })

const assignmentAfter = async (tx: WorkspaceTx, row: store.AssignmentRow): Promise<contract.RoleAssignment> =>
  assignmentFor(await companyNames(tx, [row.partnershipId]))(row)

export const listPeople = action(contract.getPartnershipPeople, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx, actor, today }, partnership) => {
    const { id, type } = partnership
    const [all, parties, nameOf] = await Promise.all([
      store.listAssignments(tx, id),
      partiesNow(tx, partnership),
      companyNames(tx, [id]),
    ])
    return {
      current: all.filter((each) => isHeldOn(each, today)).map(assignmentFor(nameOf)),
      past: all.filter((each) => !isHeldOn(each, today)).map(assignmentFor(nameOf)),
      vacancies: vacanciesOf(type, parties, all, today).map((each) => ({
        ...each,
        partyName: nameOf(id, each.partyId),
      })),
      abilities: { assign: mayEditPeople(actor) },
    }
  },
})

export const assign = action(contract.assignRole, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: mayEditPeople,
  act: async ({ tx, actor, today }, partnership, { contactId, role, fromOn = today }) => {
    if (fromOn > today) return refuse("starts-in-future", { today })
    const contact = await store.contacts.find(tx, contactId)
    if (!contact) return refuse("contact-not-known", { contactId })
    const { organizationId, side } = contact
    const { host, companies } = await partiesNow(tx, partnership)
    if (organizationId !== null && !companies.includes(organizationId))
      return refuse("other-company", { organizationId })
    const partyId = organizationId ?? host
    const partnershipId = partnership.id
    const made = { id: newId(), partnershipId, contactId, role, partyId, fromOn }
    if (!(await store.openAssignment(tx, made))) return refuse("already-assigned")
    await tx.record(roleAssigned, {
      subjectId: made.id,
      partnershipId,
      partyId,
      occurredAt: startOfDayIn(actor.timeZone, fromOn),
      payload: { role, side, contactId, name: contact.name, fromOn },
    })
    return assignmentAfter(tx, (await store.findAssignment(tx, made.id)) as store.AssignmentRow)
  },
})

export const end = action(contract.endRole, {
  load: (tx, { assignment }) => store.lockAssignment(tx, assignment),
  may: mayEditPeople,
  act: async ({ tx, actor, today }, row, { toOn = today }) => {
    const lastDay = decideEnd(row, toOn, today)
    if (isRefusal(lastDay)) return lastDay
    await store.assignments.save(tx, row.id, { toOn: lastDay, endedRecordedAt: tx.now })
    await tx.record(roleEnded, {
      subjectId: row.id,
      partnershipId: row.partnershipId,
      partyId: row.partyId,
      occurredAt: startOfDayIn(actor.timeZone, lastDay),
      payload: { role: row.role, side: row.side, contactId: row.contactId, name: row.contactName, toOn: lastDay },
    })
    return assignmentAfter(tx, { ...row, toOn: lastDay })
  },
})
