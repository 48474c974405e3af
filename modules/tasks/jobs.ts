import type { System } from "#core/actor"
import { everyWorkspace, untilDone } from "#platform/jobs"
import type { Tx } from "#platform/tx"
import { told } from "./board.ts"
import { taskOverdue, tasksTurned } from "./events.ts"
import { type Turn, turnTasks } from "./store.ts"

const perBatch = 500

/** One batch of tasks whose day is near or has passed; true while there may be more. */
const turn =
  (what: Turn) =>
  async (tx: Tx<System>): Promise<boolean> => {
    const turned = await turnTasks(tx, what, perBatch)
    if (turned.length === 0) return false
    if (what === "overdue")
      await tx.recordBatch(
        taskOverdue,
        turned.map((task) => ({ ...told(task), partyId: task.partyId })),
      )
    await tx.record(tasksTurned, { subjectId: tx.actor.workspaceId, payload: { what, count: turned.length } })
    return turned.length === perBatch
  }

/**
 * Says whose day comes near and whose has passed. It looks every hour, because midnight comes to each workspace at its own time;
 * with nothing to tell it costs two index look-ups. What a company keeps to itself Keelson, which works for the host, does not see.
 */
export const turnDay = everyWorkspace({
  name: "tasks.turn-day",
  cron: "10 * * * *",
  visit: async (context) => {
    for (const what of ["due_soon", "overdue"] as const) await untilDone(context, turn(what))
  },
})

export const jobs = [turnDay]
