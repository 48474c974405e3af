import { isRefusal } from "#core/refusal"
import { filesOf } from "#modules/files"
import { action } from "#platform/action"
import type { WorkspaceTx } from "#platform/tx"
import { type Board, lockBoard, recordFreed, reDateAll, told } from "../board.ts"
import * as contract from "../contract.ts"
import { taskDone, taskReopened, taskSkipped } from "../events.ts"
import { mayDo, maySkip } from "../policy.ts"
import { decideDone, decideReopen, decideSkip } from "../rules.ts"
import * as store from "../store.ts"
import { taskView } from "../view.ts"

/** Saves what became of a task; those dated after it move, and those that waited for it alone are free. */
const settle = async (tx: WorkspaceTx, { task, all }: Board, change: Parameters<typeof store.saveTask>[2]) => {
  await store.saveTask(tx, task.id, change)
  const fresh = await store.findTask(tx, task.id)
  if (!fresh) throw new Error(`task ${task.id} was there a moment ago`)
  const now = all.map((each) => (each.id === fresh.id ? fresh : each))
  await reDateAll(tx, now, fresh.title)
  if (fresh.state !== "open") await recordFreed(tx, fresh.id, now)
  return taskView(tx, fresh)
}

/** A file that can be opened shows something; one that is being looked at, or was refused, does not. */
const hasFiles = async (tx: WorkspaceTx, { id }: Pick<store.TaskRow, "id">): Promise<boolean> =>
  (await filesOf(tx, "task", [id]))(id).some(({ abilities }) => abilities.download === true)

export const finishTask = action(contract.finishTask, {
  load: lockBoard,
  may: (actor, { task }) => mayDo(actor, task),
  act: async ({ tx, today, now }, board, { doneOn = today, note = null, link = null }) => {
    const hasEvidence = note !== null || link !== null || (await hasFiles(tx, board.task))
    const decision = decideDone(board.task, { doneOn, today, known: board.all, hasEvidence })
    if (isRefusal(decision)) return decision
    const { payload, ...draft } = told(board.task)
    await tx.record(taskDone, { ...draft, payload: { ...payload, closedOn: doneOn } })
    return settle(tx, board, { ...decision, note, link, closedAt: now })
  },
})

export const skipTask = action(contract.skipTask, {
  load: lockBoard,
  may: (actor, { task }) => maySkip(actor, task),
  act: async ({ tx, today, now }, board, { reason }) => {
    const decision = decideSkip(board.task, today)
    if (isRefusal(decision)) return decision
    const { payload, ...draft } = told(board.task)
    await tx.record(taskSkipped, { ...draft, payload: { ...payload, closedOn: today, reason } })
    return settle(tx, board, { ...decision, reason, closedAt: now })
  },
})

export const reopenTask = action(contract.reopenTask, {
  load: lockBoard,
  may: (actor, { task }) => mayDo(actor, task),
  act: async ({ tx }, board) => {
    const decision = decideReopen(board.task, board.all)
    if (decision !== true) return decision
    await tx.record(taskReopened, told(board.task))
    return settle(tx, board, { state: "open", closedOn: null, closedAt: null, reason: null })
  },
})
