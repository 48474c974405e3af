import type { Belongings, Keeper } from "#platform/belongings"
import type { WorkspaceTx } from "#platform/tx"
import { told, toldTo } from "./board.ts"
import { taskChanged, taskGiven } from "./events.ts"
import { saveTask, tasks } from "./store.ts"

const heldBy = (tx: WorkspaceTx, { userId }: Keeper) =>
  tasks.rows(tx).where("ownerId", "=", userId).where("partyId", "=", tx.actor.workspaceId).where("state", "=", "open")

/** Our own tasks that somebody has still to do. */
const toDo: Belongings = {
  kind: "task",
  count: async (tx, keeper) => (await heldBy(tx, keeper).execute()).length,
  handOver: async (tx, from, to) => {
    const rows = await heldBy(tx, from).orderBy("id").forUpdate().execute()
    for (const task of rows) {
      const owner = { ownerId: to.userId, ownerName: to.name, givenBy: tx.actor.userId ?? null }
      await saveTask(tx, task.id, owner)
      const { payload, ...draft } = told(task)
      await tx.record(taskChanged, { ...draft, payload: { ...payload, before: { owner: task.ownerName } } })
      await tx.record(taskGiven, toldTo({ ...task, ...owner }))
    }
    return rows.length
  },
}

export const belongings = [toDo]
