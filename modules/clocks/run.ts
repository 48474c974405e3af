import type { Id } from "#core/ids"
import { isRefusal } from "#core/refusal"
import type { Instant } from "#core/time"
import { dateIn } from "#core/time"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { clockBreached, clockStopped, clockVoided } from "./events.ts"
import { agreedTargets, hoursOf, usualCalendar } from "./hours.ts"
import {
  type Clock,
  decideAnswered,
  decideAsk,
  decideCancel,
  decideStart,
  decideStop,
  isBreached,
  type PromiseKind,
  type Question,
  stateOf,
  warningDue,
} from "./rules.ts"
import * as store from "./store.ts"
import { ring } from "./tasks.ts"

/** Which clock: of one thing, for one promise. */
export type ClockRef = Readonly<{ promise: PromiseKind; subjectKind: string; subjectId: Id }>

/** Starts a clock by the calendar and the promise that hold when it starts; a thing that has one keeps it. */
export const startClock = async (
  tx: WorkspaceTx,
  subject: store.ClockSubject,
  { startedAt, questions = [] }: Readonly<{ startedAt: Instant; questions?: readonly Question[] }>,
): Promise<store.ClockRow> => {
  const known = await store.lockClockOf(tx, subject.subjectKind, subject.subjectId, subject.promise)
  if (known) return known
  const { id: calendarId, calendar } = await usualCalendar(tx)
  const submittedOn = dateIn(calendar.timeZone, startedAt)
  const target = await (await agreedTargets(tx, subject.partnershipId, subject.promise))(submittedOn)
  const clock = decideStart({ startedAt, target, calendar, questions }, hoursOf)
  return settle(tx, await store.insertClock(tx, newId(), subject, calendarId, clock))
}

type Decision = (clock: store.ClockRow) => Clock | Readonly<{ refusal: string }>

/** Moves the standing clock of a thing; a thing without one, or whose clock has ended, has nothing to move. */
const moved = async (tx: WorkspaceTx, ref: ClockRef, decide: Decision): Promise<store.ClockRow | undefined> => {
  const row = await store.lockClockOf(tx, ref.subjectKind, ref.subjectId, ref.promise)
  if (row === undefined || !["running", "paused"].includes(stateOf(row))) return undefined
  // What had passed by now is said before whatever comes of this act: it happened first.
  const settled = await settle(tx, row)
  const clock = decide(settled)
  // The list of questions is full: time goes on, as it does where nobody asks.
  if (isRefusal(clock)) return undefined
  const saved = await store.saveClock(tx, row.id, clock as Clock)
  await wake(tx, saved)
  return saved
}

/** A question to whoever waits: nothing counts until it is answered or withdrawn. */
export const askedOn = (tx: WorkspaceTx, ref: ClockRef, question: Id) =>
  moved(tx, ref, (clock) => decideAsk(clock, question, tx.now, hoursOf))

/** A question is answered or withdrawn; where none is named, all that were asked. */
export const answeredOn = (tx: WorkspaceTx, ref: ClockRef, question?: Id) =>
  moved(tx, ref, (clock) => decideAnswered(clock, question, tx.now, hoursOf))

/** What was promised has been done. */
export const stopClock = async (tx: WorkspaceTx, ref: ClockRef): Promise<void> => {
  const row = await moved(tx, ref, (clock) => decideStop(clock, tx.now, hoursOf))
  if (row === undefined || row.dueAt === null) return
  const { promise, subjectKind, subjectId, dueAt } = row
  await tx.record(clockStopped, {
    subjectId: row.id,
    partnershipId: row.partnershipId,
    payload: { promise, subjectKind, subjectId, dueAt, isLate: isBreached(row, tx.now) },
  })
}

/** It is not waited for any more. */
export const cancelClock = (tx: WorkspaceTx, ref: ClockRef) => moved(tx, ref, (clock) => decideCancel(clock, tx.now))

/** What it was about had been recorded wrongly: whatever came of its time counts for nothing. */
export const voidClocks = async (tx: WorkspaceTx, ref: ClockRef): Promise<void> => {
  for (const row of await store.lockAllOf(tx, ref.subjectKind, ref.subjectId, ref.promise)) {
    if (row.voidedAt !== null) continue
    const cancelled = decideCancel(row, tx.now)
    await store.saveClock(tx, row.id, isRefusal(cancelled) ? row : cancelled, { voidedAt: tx.now })
    await tx.record(clockVoided, { subjectId: row.id, partnershipId: row.partnershipId, payload: { ...ref } })
  }
}

/**
 * Voiding it is taken back: it goes on from where it was, as if it had never ended. As a clock of its own, because what was known in between stays
 * as it was known.
 */
export const resumeClock = async (tx: WorkspaceTx, { promise, subjectKind, subjectId }: ClockRef): Promise<void> => {
  const all = await store.lockAllOf(tx, subjectKind, subjectId, promise)
  const ended = all.findLast(({ voidedAt, cancelledAt }) => voidedAt !== null && cancelledAt === voidedAt)
  if (ended === undefined || all.some(({ cancelledAt }) => cancelledAt === null)) return
  const { partnershipId, partyId, calendarId, warnedAt } = ended
  const { promisedMinutes, warnMinutes, startedAt, course, questions, dueAt, warnAt } = ended
  const clock = {
    ...{ promisedMinutes, warnMinutes, startedAt, course, questions, dueAt, warnAt },
    ...{ stoppedAt: null, cancelledAt: null },
  }
  const subject = { partnershipId, partyId, promise, subjectKind, subjectId }
  const { id } = await store.insertClock(tx, newId(), subject, calendarId, clock)
  await settle(tx, await store.saveClock(tx, id, clock, { warnedAt }))
}

/** Records a breach that nobody has found yet, at the time it happened, and says when to look again. */
export const settle = async (tx: WorkspaceTx, row: store.ClockRow): Promise<store.ClockRow> => {
  const { dueAt } = row
  if (dueAt === null || row.breachFoundAt !== null || !isBreached(row, tx.now)) {
    await wake(tx, row)
    return row
  }
  const { id, partnershipId, partyId, promise, subjectKind, subjectId } = row
  await tx.record(clockBreached, {
    subjectId: id,
    partnershipId,
    partyId,
    occurredAt: dueAt,
    payload: { promise, subjectKind, subjectId, dueAt },
  })
  return store.saveClock(tx, id, row, { breachFoundAt: tx.now })
}

/** Looks at a clock again when there is next something to tell: its warning, else the moment after it is due. */
export const wake = async (tx: WorkspaceTx, row: store.ClockRow): Promise<void> => {
  const { dueAt, breachFoundAt } = row
  if (stateOf(row) !== "running" || dueAt === null || breachFoundAt !== null) return
  const runAt = warningDue(row, tx.now, hoursOf) ?? new Date(Date.parse(dueAt) + 1).toISOString()
  await tx.enqueue(
    ring,
    { workspaceId: tx.actor.workspaceId, clockId: row.id },
    { key: `${ring.name} ${row.id}`, runAt },
  )
}
