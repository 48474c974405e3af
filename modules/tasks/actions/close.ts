import { isRefusal } from "#core/refusal"
import { action } from "#platform/action"
import { lockBoard, told } from "../board.ts"
import { finish, settle } from "../closing.ts"
import * as contract from "../contract.ts"
import { taskReopened, taskSkipped } from "../events.ts"
import { mayDo, maySkip } from "../policy.ts"
import { decideReopen, decideSkip } from "../rules.ts"

export const finishTask = action(contract.finishTask, {
  load: lockBoard,
  may: (actor, { task }) => mayDo(actor, task),
  act: ({ tx }, board, report) => finish(tx, board, report),
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
