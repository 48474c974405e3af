import type { System } from "#core/actor"
import { addDays } from "#core/time"
import { findWorkspace } from "#modules/workspaces"
import { workdaysOf } from "#platform/business-calendar"
import { everyWorkspace, untilDone } from "#platform/jobs"
import type { Tx } from "#platform/tx"
import { aheadDays, makeAhead } from "./ahead.ts"
import { becameDue, commitmentsTurned, missed } from "./events.ts"
import * as store from "./store.ts"

const perBatch = 500

/** One batch; true while there may be more. */
type Step = (tx: Tx<System>) => Promise<boolean>

/** Makes occurrences for commitments that do not reach far enough ahead: new ones from an import, old ones once a quarter. */
const reachAhead: Step = async (tx) => {
  const commitments = await store.lockCommitmentsBehind(tx, addDays(tx.today, aheadDays), perBatch)
  if (commitments.length === 0) return false
  await makeAhead(tx, commitments, workdaysOf((await findWorkspace(tx))?.country))
  return commitments.length === perBatch
}

const openWindows: Step = async (tx) => recordTurn(tx, "became_due", await store.openWindows(tx, tx.today, perBatch))

const closeWindows: Step = async (tx) => recordTurn(tx, "missed", await store.closeWindows(tx, tx.today, perBatch))

/** One event per promise for the timeline, and one for the batch, which is what others listen to. */
const recordTurn = async (
  tx: Tx<System>,
  what: "became_due" | "missed",
  turned: readonly store.Turned[],
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
 * Turns the register to a new day. It looks every hour, because midnight comes to each workspace at its own time; when
 * nothing has turned it costs three index look-ups, and a second run finds nothing left to do.
 */
export const commitmentsTurnDay = everyWorkspace({
  name: "commitments.turn-day",
  cron: "5 * * * *",
  visit: async (context) => {
    for (const step of [reachAhead, openWindows, closeWindows]) await untilDone(context, step)
  },
})

export const jobs = [commitmentsTurnDay]
