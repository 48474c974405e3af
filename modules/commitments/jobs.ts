import { z } from "zod"
import type { System } from "#core/actor"
import { addDays } from "#core/time"
import { markStale } from "#modules/partnerships"
import { allWorkspaces, findWorkspace } from "#modules/workspaces"
import { workdaysOf } from "#platform/business-calendar"
import type { JobContext } from "#platform/jobs"
import { job } from "#platform/jobs"
import { appendEvents } from "#platform/ledger"
import type { Tx } from "#platform/tx"
import { aheadDays, makeAhead } from "./ahead.ts"
import * as store from "./store.ts"

const perBatch = 500

type Step = (tx: Tx<System>) => Promise<number>

/** Makes occurrences for commitments that do not reach far enough ahead: new ones from an import, old ones once a quarter. */
const reachAhead: Step = async (tx) => {
  const commitments = await store.lockCommitmentsBehind(tx, addDays(tx.today, aheadDays), perBatch)
  if (commitments.length === 0) return 0
  await makeAhead(tx, commitments, workdaysOf((await findWorkspace(tx))?.country))
  return commitments.length
}

const openWindows: Step = async (tx) => recordTurn(tx, "became_due", await store.openWindows(tx, tx.today, perBatch))

const closeWindows: Step = async (tx) => recordTurn(tx, "missed", await store.closeWindows(tx, tx.today, perBatch))

/** One event per promise for the timeline, and one for the batch, which is what others listen to. */
const recordTurn = async (
  tx: Tx<System>,
  what: "became_due" | "missed",
  turned: readonly store.Turned[],
): Promise<number> => {
  if (turned.length === 0) return 0
  await appendEvents(
    tx,
    `commitment.${what}`,
    turned.map(({ id, partnershipId, owedBy, dueOn, title, commitmentId }) => ({
      subjectType: "occurrence",
      subjectId: id,
      partnershipId,
      side: owedBy,
      payload: { title, owedBy, dueOn, commitmentId },
    })),
  )
  if (what === "missed")
    await markStale(
      tx,
      turned.map(({ partnershipId }) => partnershipId),
    )
  const { workspaceId } = tx.actor
  await tx.record("commitments.turned", {
    subjectType: "workspace",
    subjectId: workspaceId,
    visibility: "host",
    payload: { what, count: turned.length },
  })
  return turned.length
}

/** Repeats a step, a transaction each time, until there is nothing left or the server is asked to stop. */
const untilDone = async (step: Step, system: System, { platform, signal }: JobContext): Promise<void> => {
  for (;;) {
    if (signal.aborted) return
    if ((await platform.transact(system, step)) < perBatch) return
  }
}

/**
 * Turns the register to a new day. It looks every hour, because midnight comes to each workspace at its own time; when
 * nothing has turned it costs three index look-ups, and a second run finds nothing left to do.
 */
const turnDay = job({
  name: "commitments.turn-day",
  payload: z.object({ workspaceId: z.uuid().optional() }),
  cron: "5 * * * *",
  run: async ({ workspaceId }, context) => {
    const workspaces = await context.platform.transact({ kind: "anonymous" }, allWorkspaces)
    for (const { id, timeZone } of workspaces) {
      if (workspaceId !== undefined && id !== workspaceId) continue
      const system: System = { kind: "system", side: "host", workspaceId: id, timeZone, job: "commitments.turn-day" }
      for (const step of [reachAhead, openWindows, closeWindows]) await untilDone(step, system, context)
    }
  },
})

export const jobs = [turnDay]
