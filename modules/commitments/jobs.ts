import type { System } from "#core/actor"
import { addDays } from "#core/time"
import { issueLink } from "#modules/links"
import { findWorkspace } from "#modules/workspaces"
import { workdaysOf } from "#platform/business-calendar"
import { eventPayload, everyWorkspace, untilDone, workspaceJob } from "#platform/jobs"
import type { Tx } from "#platform/tx"
import { becameDue, commitmentsTurned, missed, reported } from "./events.ts"
import { followClock } from "./followClock.ts"
import { daysAhead, generateOccurrences } from "./generate.ts"
import { confirmPromiseByLink } from "./linkActs.ts"
import { answerProposalByLink } from "./proposalByLink.ts"
import { awaitsConfirmation } from "./rules.ts"
import * as store from "./store.ts"
import { askAboutProposals } from "./tasks.ts"
import { whoConfirms } from "./whoConfirms.ts"

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

/** Mails those whose word a report waits for a link to confirm it or to say what is not as agreed. */
const askToConfirm = workspaceJob({
  name: "commitments.ask-to-confirm",
  payload: eventPayload,
  on: [reported],
  run: async ({ subjectId, recordedAt }, { platform, transact }) =>
    transact(async (tx) => {
      const row = await store.findOccurrence(tx, subjectId)
      if (!row || !awaitsConfirmation(row)) return
      const about = { subjectId, partnershipId: row.partnershipId, since: recordedAt }
      for (const to of await whoConfirms(tx, row)) await issueLink(tx, platform, confirmPromiseByLink, { ...about, to })
    }),
})

/** Mails those who answer a link to what was proposed in one act, while anything of it still waits. */
const askAboutProposalsJob = workspaceJob({
  ...askAboutProposals,
  run: async ({ batchId }, { platform, transact }) =>
    transact(async (tx) => {
      const [first] = await store.openInBatch(tx, batchId)
      const row = first && (await store.findOccurrence(tx, first.occurrenceId))
      if (!first || !row) return
      const about = { subjectId: batchId, partnershipId: row.partnershipId, since: first.proposedAt }
      for (const to of await whoConfirms(tx, row)) await issueLink(tx, platform, answerProposalByLink, { ...about, to })
    }),
})

export const jobs = [updateDueStates, askToConfirm, askAboutProposalsJob, followClock]
