import { isRefusal } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { filesOf } from "#modules/files"
import type { WorkspaceTx } from "#platform/tx"
import { type Board, recordFreed, reDateAll, told } from "./board.ts"
import { taskDone } from "./events.ts"
import { decideDone } from "./rules.ts"
import * as store from "./store.ts"
import { taskView } from "./view.ts"

/** Saves what became of a task; those dated after it move, and those that waited for it alone are free. */
export const settle = async (tx: WorkspaceTx, { task, all }: Board, change: Parameters<typeof store.saveTask>[2]) => {
  await store.saveTask(tx, task.id, change)
  const fresh = await store.findTask(tx, task.id)
  if (!fresh) throw new Error(`task ${task.id} was there a moment ago`)
  const now = all.map((each) => (each.id === fresh.id ? fresh : each))
  await reDateAll(tx, now, fresh.title)
  if (fresh.state !== "open") await recordFreed(tx, fresh.id, now)
  return taskView(tx, fresh)
}

/** A file that can be opened shows something; one that is being looked at, or was refused, does not. */
export const hasFiles = async (tx: WorkspaceTx, { id }: Pick<store.TaskRow, "id">): Promise<boolean> =>
  (await filesOf(tx, "task", [id]))(id).some(({ abilities }) => abilities.download === true)

type Report = Readonly<{
  doneOn?: PlainDate | undefined
  note?: string | null | undefined
  link?: string | null | undefined
  source?: "link"
}>

/** Reports it done, however that came: by a press in Keelson, or on the page of a mailed link. */
export const finish = async (tx: WorkspaceTx, board: Board, report: Report) => {
  const { doneOn = tx.today, note = null, link = null, source } = report
  const hasEvidence = note !== null || link !== null || (await hasFiles(tx, board.task))
  const decision = decideDone(board.task, { doneOn, today: tx.today, known: board.all, hasEvidence })
  if (isRefusal(decision)) return decision
  const { payload, ...draft } = told(board.task)
  const by = source === undefined ? {} : { source }
  await tx.record(taskDone, { ...draft, ...by, payload: { ...payload, closedOn: doneOn } })
  return settle(tx, board, { ...decision, note, link, closedAt: tx.now })
}
