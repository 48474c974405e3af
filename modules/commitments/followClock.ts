import type { System } from "#core/actor"
import type { Instant } from "#core/time"
import { dateIn } from "#core/time"
import { clockBreached, clockStopped, clockVoided, lockClockById } from "#modules/clocks"
import { newId } from "#platform/ids"
import { eventPayload, workspaceJob } from "#platform/jobs"
import type { Tx } from "#platform/tx"
import { kept, keptLate, missed, waived } from "./events.ts"
import { followsClock, standingByClock } from "./rules.ts"
import * as store from "./store.ts"

/**
 * A promised time that is over, or was kept, is an occurrence of the promise behind it. The clock is held meanwhile, and has one
 * occurrence for good: run again, or for another event of the same clock, it changes nothing more.
 */
export const followClock = workspaceJob({
  name: "commitments.follow-clock",
  payload: eventPayload,
  on: [clockBreached, clockStopped, clockVoided],
  run: ({ subjectId }, { transact }) =>
    transact(async (tx) => {
      const clock = await lockClockById(tx, subjectId)
      if (!clock) return
      const before = await store.occurrenceOfClock(tx, clock.id)
      if (before) await goOn(tx, before, clock)
      else await make(tx, clock)
    }),
})

type ClockRow = NonNullable<Awaited<ReturnType<typeof lockClockById>>>

const make = async (tx: Tx<System>, clock: ClockRow): Promise<void> => {
  const dateOf = (at: Instant) => dateIn(tx.actor.timeZone, at)
  const { dueAt, promisedMinutes, partnershipId, partyId, promise, startedAt, stoppedAt } = clock
  const standing = standingByClock(clock, tx.now, dateOf)
  if (standing === undefined || dueAt === null || promisedMinutes === null) return
  const withinHours = promisedMinutes / 60
  const agreed = { partnershipId, promise, promisedMinutes, submittedOn: dateOf(startedAt) }
  const commitment =
    (await store.agreedService(tx, agreed)) ??
    (await store.serviceCommitment(tx, {
      ...{ id: newId(), partnershipId, partyId, service: promise, withinHours, title: titleOf(withinHours) },
      ...{ measure: "within_hours", cadence: "once", startsOn: dateOf(startedAt) },
    }))
  const of = { commitmentId: commitment.id, partnershipId, partyId, clockId: clock.id, dueOn: dateOf(dueAt) }
  const { state, closedOn } = standing
  const row = await store.insertClocked(tx, { id: newId(), ...of, state, closedOn })
  // What came late was missed first, at its due time, whenever that was found.
  if (state !== "kept") await recordMissed(tx, row, dueAt)
  if (state !== "missed") await recordAct(tx, row, state === "kept" ? kept : keptLate, "upcoming", stoppedAt)
}

/** Texts of the record are in English; the web says it in the reader's language. */
const titleOf = (hours: number): string => `Answer deal registrations within ${Number(hours.toFixed(2))} business hours`

const goOn = async (tx: Tx<System>, before: store.OccurrenceRow, clock: ClockRow): Promise<void> => {
  const state = followsClock(before.state, clock)
  if (state === undefined) return
  const at = state === "waived" ? tx.now : (clock.stoppedAt ?? tx.now)
  const closedOn = dateIn(tx.actor.timeZone, at)
  const after = await store.saveOccurrence(tx, before, { state, closedOn, reportedOn: null, missedOn: null })
  await recordAct(tx, after, state === "waived" ? waived : keptLate, before.state, at)
}

const about = ({ id, partnershipId, partyId }: store.OccurrenceRow) => ({ subjectId: id, partnershipId, partyId })
const promise = ({ title, owedBy, dueOn, commitmentId }: store.OccurrenceRow) => ({
  ...{ title, owedBy, dueOn, commitmentId },
})

const recordMissed = (tx: Tx<System>, row: store.OccurrenceRow, occurredAt: Instant) =>
  tx.record(missed, { ...about(row), occurredAt, payload: promise(row) })

const recordAct = (
  tx: Tx<System>,
  row: store.OccurrenceRow,
  kind: typeof kept,
  before: string,
  occurredAt: Instant | null,
) => {
  const payload = { ...promise(row), state: row.state, closedOn: row.closedOn, before }
  return tx.record(kind, { ...about(row), ...(occurredAt === null ? {} : { occurredAt }), payload })
}
