import { partyOf } from "#core/actor"
import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import { isRefusal, refuse } from "#core/refusal"
import { findPartnership, partyMeant } from "#modules/partnerships"
import { action } from "#platform/action"
import { newId } from "#platform/ids"
import { findSubject, type SubjectRow } from "#platform/subject"
import type { WorkspaceTx } from "#platform/tx"
import { reckon, told, toldTo } from "../board.ts"
import * as contract from "../contract.ts"
import { datingOf } from "../datingOf.ts"
import { taskCreated, taskGiven } from "../events.ts"
import { countryOf, isGiven, ownerMeant } from "../people.ts"
import { mayPlan } from "../policy.ts"
import { decideOrder, mostTasks } from "../rules.ts"
import * as store from "../store.ts"
import { taskView } from "../view.ts"

/** The one party that a new task is kept to; null is shared. */
const keptTo = (
  tx: WorkspaceTx,
  { privateTo }: SubjectRow,
  { partyId, isPrivate }: { partyId: Id; isPrivate: boolean },
): Id | null | Refusal<"kept-to-one-party" | "private-is-own"> => {
  if (privateTo !== null) return partyId === privateTo ? privateTo : refuse("kept-to-one-party", { field: "side" })
  if (!isPrivate) return null
  return partyId === partyOf(tx.actor) ? partyId : refuse("private-is-own", { field: "isPrivate" })
}

export const createTask = action(contract.createTask, {
  load: async (tx, { subjectKind, subjectId, side, party }, { contributed }) => {
    const subject = await findSubject(tx, contributed.subjects, { kind: subjectKind, id: subjectId })
    const partnership = subject && (await findPartnership(tx, subject.partnershipId))
    if (!partnership) return undefined
    // Whoever works for a company means that one.
    const own = tx.actor.kind === "partner-user" && side === "partner" ? tx.actor.organizationId : undefined
    return { subject, partyId: await partyMeant(tx, partnership, side, party ?? own) }
  },
  may: (actor, { partyId }) => mayPlan(actor, { partyId: isRefusal(partyId) ? partyOf(actor) : partyId }),
  act: async ({ tx }, { subject, partyId }, input) => {
    if (isRefusal(partyId)) return partyId
    const privateTo = keptTo(tx, subject, { partyId, isPrivate: input.isPrivate })
    if (isRefusal(privateTo)) return privateTo
    const all = await store.lockTasksOf(tx, { kind: input.subjectKind, id: input.subjectId })
    if (all.length >= mostTasks) return refuse("too-many-tasks")
    const owner = await ownerMeant(tx, partyId, input.ownerId)
    if (isRefusal(owner)) return owner
    const dating = datingOf(input.due, input.waitsFor, false)
    if (isRefusal(dating)) return dating
    const id = newId()
    const ordered = decideOrder({ id, privateTo, ...dating }, all)
    if (ordered !== true) return ordered
    const made = {
      ...{ id, partnershipId: subject.partnershipId, subjectKind: input.subjectKind, subjectId: input.subjectId },
      ...{ title: input.title, description: input.description ?? null, isOptional: input.isOptional },
      ...{ partyId, privateTo, country: await countryOf(tx, partyId), ...owner, ...dating },
      position: Math.max(0, ...all.map(({ position }) => position)) + 1,
    }
    const dueOn = await dayOf(tx, made, all)
    await store.insertTasks(tx, [{ ...made, waitsFor: [...made.waitsFor], dueOn }])
    const row = await store.findTask(tx, id)
    if (!row) throw new Error(`task ${id} was just made`)
    await tx.record(taskCreated, told(row))
    if (isGiven(owner)) await tx.record(taskGiven, toldTo(row))
    return taskView(tx, row)
  },
})

/** The day of a task that is not stored yet, after those that are. */
const dayOf = async (tx: WorkspaceTx, made: object, all: readonly store.TaskRow[]) => {
  const open = { state: "open", closedOn: null, planId: null, ...made } as unknown as store.TaskRow
  return (await reckon(tx, [...all, open])).get(open.id) ?? null
}
