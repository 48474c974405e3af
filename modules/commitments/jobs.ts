import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { addDays } from "#core/time"
import { issueLink } from "#modules/links"
import { findPartnership, ownersOf, partiesNow } from "#modules/partnerships"
import { findRecipient, findWorkspace, peopleOfParty } from "#modules/workspaces"
import { workdaysOf } from "#platform/business-calendar"
import { eventPayload, everyWorkspace, untilDone, workspaceJob } from "#platform/jobs"
import type { Addressee } from "#platform/link"
import type { Tx } from "#platform/tx"
import { becameDue, commitmentsTurned, missed, reported } from "./events.ts"
import { followClock } from "./followClock.ts"
import { daysAhead, generateOccurrences } from "./generate.ts"
import { confirmPromiseByLink } from "./linkActs.ts"
import { awaitsConfirmation } from "./rules.ts"
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

/** Whose word a promise waits for: of each company it is owed to those who speak for it, of the host whoever looks after the partnership. */
const whoConfirms = async (tx: Tx<System>, { owedBy, partnershipId }: store.OccurrenceRow): Promise<Addressee[]> => {
  const partnership = await findPartnership(tx, partnershipId)
  if (!partnership || partnership.stage === "ended") return []
  const { host, companies } = await partiesNow(tx, partnership)
  const people: Addressee[] = []
  const add = async (partyId: Id, userId: string | undefined) => {
    const known = userId === undefined ? undefined : await findRecipient(tx, userId)
    if (userId !== undefined && known) people.push({ userId, partyId, name: known.name, email: known.email })
  }
  if (owedBy === "partner") await add(host, (await ownersOf(tx, [partnershipId])).get(partnershipId))
  else
    for (const company of companies) {
      const all = await peopleOfParty(tx, company)
      const speakers = all.filter(({ role }) => role === "partner_admin")
      for (const { userId } of speakers.length > 0 ? speakers : all) await add(company, userId)
    }
  return people
}

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

export const jobs = [updateDueStates, askToConfirm, followClock]
