import { isRefusal } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { action } from "#platform/action"
import type { WorkspaceTx } from "#platform/tx"
import { type Board, lockBoard, reckon, reDateAll, told, toldTo } from "../board.ts"
import * as contract from "../contract.ts"
import { datingOf } from "../datingOf.ts"
import { taskChanged, taskGiven, taskReDated } from "../events.ts"
import { isGiven, ownerMeant } from "../people.ts"
import { mayPlan } from "../policy.ts"
import { decideChangeable, decideOrder } from "../rules.ts"
import * as store from "../store.ts"
import { taskView } from "../view.ts"

/** The task with its change, and everything after it on the day that follows from it. */
const answer = async (tx: WorkspaceTx, { task, all }: Board, isMoved: boolean) => {
  const fresh = await store.findTask(tx, task.id)
  if (!fresh) throw new Error(`task ${task.id} was there a moment ago`)
  if (isMoved)
    await reDateAll(
      tx,
      all.map((each) => (each.id === fresh.id ? fresh : each)),
      fresh.title,
    )
  return taskView(tx, fresh)
}

const recordNewDay = (tx: WorkspaceTx, task: store.TaskRow, dueOn: PlainDate | null) => {
  const { payload, ...draft } = told({ ...task, dueOn })
  return tx.record(taskReDated, { ...draft, payload: { ...payload, before: task.dueOn } })
}

export const editTask = action(contract.editTask, {
  load: lockBoard,
  may: (actor, { task }) => mayPlan(actor, task),
  act: async ({ tx }, board, input) => {
    const { task, all } = board
    const open = decideChangeable(task)
    if (open !== true) return open
    const kept = { ownerId: task.ownerId, ownerName: task.ownerName, givenBy: task.givenBy }
    // Whoever has left keeps a task until it is given to somebody else.
    const isKept = (input.ownerId ?? null) === task.ownerId
    const owner = isKept ? kept : await ownerMeant(tx, task.partyId, input.ownerId)
    if (isRefusal(owner)) return owner
    const dating = datingOf(input.due, input.waitsFor, task.planId !== null)
    if (isRefusal(dating)) return dating
    const ordered = decideOrder({ id: task.id, privateTo: task.privateTo, ...dating }, all)
    if (ordered !== true) return ordered
    const changed = { ...task, ...owner, ...dating, waitsFor: [...dating.waitsFor] }
    const days = await reckon(
      tx,
      all.map((each) => (each.id === task.id ? changed : each)),
    )
    const dueOn = days.get(task.id) ?? null
    const isMoved = dueOn !== task.dueOn
    const isByHand = isMoved && dating.dating === "by_hand"
    const { title, description = null, isOptional } = input
    await store.saveTask(tx, task.id, {
      ...{ title, description, isOptional, ...owner, ...dating, waitsFor: changed.waitsFor },
      reDated: task.reDated + (isByHand ? 1 : 0),
      ...(isMoved ? { dueOn } : { dueOn: undefined }),
    })
    if (isMoved) await recordNewDay(tx, task, dueOn)
    const before = {
      title: task.title,
      description: task.description,
      owner: task.ownerName,
      isOptional: task.isOptional,
    }
    const { payload, ...draft } = told({ ...task, title, dueOn })
    await tx.record(taskChanged, { ...draft, payload: { ...payload, before } })
    if (!isKept && isGiven(owner)) await tx.record(taskGiven, toldTo({ ...task, ...owner, title, dueOn }))
    return answer(tx, board, isMoved)
  },
})

export const reDateTask = action(contract.reDateTask, {
  load: lockBoard,
  may: (actor, { task }) => mayPlan(actor, task),
  act: async ({ tx }, board, { dueOn }) => {
    const { task } = board
    const open = decideChangeable(task)
    if (open !== true) return open
    const isMoved = dueOn !== task.dueOn
    await store.saveTask(tx, task.id, {
      ...{ dating: "by_hand", offsetCount: null, offsetUnit: null, follows: null, dueOn },
      reDated: task.reDated + (isMoved ? 1 : 0),
    })
    if (isMoved) await recordNewDay(tx, task, dueOn)
    return answer(tx, board, isMoved)
  },
})

export const giveTask = action(contract.giveTask, {
  load: lockBoard,
  may: (actor, { task }) => mayPlan(actor, task),
  act: async ({ tx }, board, { ownerId }) => {
    const { task } = board
    const open = decideChangeable(task)
    if (open !== true) return open
    const owner = await ownerMeant(tx, task.partyId, ownerId)
    if (isRefusal(owner)) return owner
    await store.saveTask(tx, task.id, owner)
    const { payload, ...draft } = told(task)
    await tx.record(taskChanged, { ...draft, payload: { ...payload, before: { owner: task.ownerName } } })
    if (isGiven(owner)) await tx.record(taskGiven, toldTo({ ...task, ...owner }))
    return answer(tx, board, false)
  },
})
