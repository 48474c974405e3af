import type { System } from "#core/actor"
import { addDays } from "#core/time"
import { findWorkspace } from "#modules/workspaces"
import { workdaysOf } from "#platform/business-calendar"
import { everyWorkspace, untilDone } from "#platform/jobs"
import type { Tx } from "#platform/tx"
import { becameDue, commitmentsTurned, missed } from "./events.ts"
import { daysAhead, generateOccurrences } from "./generate.ts"
import * as store from "./store.ts"

const perBatch = 500

/** One batch; true while there may be more. */
type Step = (tx: Tx<System>) => Promise<boolean>

/** Makes occurrences for commitments that do not reach far enough ahead: new ones from an import, old ones once a quarter. */
const generateMissing: Step = async (tx) => {
  const commitments = await store.lockCommitmentsBehind(tx, addDays(tx.today, daysAhead), perBatch)
  if (commitments.length === 0) return false
  await generateOccurrences(tx, commitments, workdaysOf((await findWorkspace(tx))?.country))
  return commitments.length === perBatch
}

const openWindows: Step = async (tx) =>
  recordDueStates(tx, "became_due", await store.openWindows(tx, tx.today, perBatch))

const closeWindows: Step = async (tx) => recordDueStates(tx, "missed", await store.closeWindows(tx, tx.today, perBatch))

/** One event per promise for the timeline, and one for the batch, which is what others listen to. */
const recordDueStates = async (
  tx: Tx<System>,
  what: "became_due" | "missed",
  turned: readonly store.DueStateChange[],
): Promise<boolean> => {
  if (turned.length === 0) return false
  await tx.recordBatch(
    what === "missed" ? missed : becameDue,
    turned.map(({ id, partnershipId, partyId, owedBy, dueOn, title, commitmentId }) => ({
      subjectId: id,
      partnershipId,
      partyId,
      payload: { title, owedBy, dueOn, commitmentId },
    })),
  )
  await tx.record(commitmentsTurned, { subjectId: tx.actor.workspaceId, payload: { what, count: turned.length } })
  return turned.length === perBatch
}

/**
 * Generates missing occurrences and brings due states to the new day. It looks every hour, because midnight comes to each
 * workspace at its own time; when nothing is due it costs three index look-ups, and a second run finds nothing left to do.
 */
export const updateDueStates = everyWorkspace({
  name: "commitments.update-due-states",
  cron: "5 * * * *",
  visit: async (context) => {
    for (const step of [generateMissing, openWindows, closeWindows]) await untilDone(context, step)
  },
})

export const jobs = [updateDueStates]
