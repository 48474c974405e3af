import type { OpenHours, Stretch } from "#core/businessTime"
import { businessMs, openAtOrAfter, reachedAt } from "#core/businessTime"
import type { Id } from "#core/ids"
import { type Refusal, refuse } from "#core/refusal"
import type { Instant } from "#core/time"
import type { Calendar } from "./calendar.ts"
import type { Target } from "./target.ts"

/** Asked of the one who waits, by its id, until it is answered or withdrawn. */
export type Question = Readonly<{ id: Id; from: Instant; to: Instant | null }>

/** By which calendar time counts from a moment on: that of the team which holds the thing, as it was at that time. */
export type Leg = Readonly<{
  from: Instant
  calendar: Calendar
  /** Who of the team answers; nobody in particular where nobody is named. */
  memberId?: Id | null
}>

/** A promised time on its way. What was promised is the version in force when it started, for good. */
export type Clock = Target &
  Readonly<{
    startedAt: Instant
    course: readonly Leg[]
    questions: readonly Question[]
    /** When the promise is due; null while it is paused, and where nothing is promised. */
    dueAt: Instant | null
    warnAt: Instant | null
    stoppedAt: Instant | null
    cancelledAt: Instant | null
  }>

type HoursOf = (calendar: Calendar) => OpenHours

/** Questions that may be asked about one thing: far more than anybody does, and no list without end. */
export const mostQuestions = 100
/** Teams and calendars one thing may pass through. */
export const mostLegs = 50

const minuteMs = 60_000

export const clockStates = ["running", "paused", "stopped", "cancelled"] as const
export type ClockState = (typeof clockStates)[number]

export const stateOf = ({
  stoppedAt,
  cancelledAt,
  questions,
}: Pick<Clock, "stoppedAt" | "cancelledAt" | "questions">): ClockState => {
  if (cancelledAt !== null) return "cancelled"
  if (stoppedAt !== null) return "stopped"
  return questions.some(({ to }) => to === null) ? "paused" : "running"
}

/** An answer at the due instant is in time; whatever comes after it changes that no more. */
export const isBreached = (
  { dueAt, stoppedAt, cancelledAt }: Pick<Clock, "dueAt" | "stoppedAt" | "cancelledAt">,
  now: Instant,
): boolean => dueAt !== null && (stoppedAt ?? cancelledAt ?? now) > dueAt

/** When nothing counted because something was asked: questions that overlap or follow one another at once are one pause. */
export const pausesOf = (
  questions: readonly Question[],
): readonly Readonly<{ from: Instant; to: Instant | null }>[] => {
  const pauses: { from: Instant; to: Instant | null }[] = []
  for (const { from, to } of questions.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = pauses.at(-1)
    if (last === undefined || (last.to !== null && from > last.to)) pauses.push({ from, to })
    else if (last.to !== null && (to === null || to > last.to)) last.to = to
  }
  return pauses
}

/** What counted from when on: the course of calendars, with nothing where it was paused. */
const stretchesOf = ({ course, questions }: Pick<Clock, "course" | "questions">, hoursOf: HoursOf): Stretch[] => {
  const pauses = pausesOf(questions)
  const changes = [
    ...course.map(({ from }) => from),
    ...pauses.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
  ]
  const isPaused = (at: Instant) => pauses.some(({ from, to }) => from <= at && (to === null || at < to))
  const start = course[0]?.from ?? ""
  return [...new Set(changes)]
    .filter((at) => at >= start)
    .sort()
    .map((from) => {
      const leg = course.findLast((each) => each.from <= from)
      return { from, hours: leg === undefined || isPaused(from) ? undefined : hoursOf(leg.calendar) }
    })
}

/** Business time that has passed for it, in milliseconds, up to a moment or its end. */
export const usedMs = (clock: Clock, now: Instant, hoursOf: HoursOf): number => {
  const ends = [clock.stoppedAt, clock.cancelledAt].filter((each) => each !== null)
  return businessMs(stretchesOf(clock, hoursOf), [now, ...ends].sort()[0] ?? now)
}

/** Business time left until it is due, in milliseconds; 0 when it is over; undefined where nothing is promised. */
export const leftMs = (clock: Clock, now: Instant, hoursOf: HoursOf): number | undefined =>
  clock.promisedMinutes === null
    ? undefined
    : isBreached(clock, now)
      ? 0
      : Math.max(0, clock.promisedMinutes * minuteMs - usedMs(clock, now, hoursOf))

/** When it is due and when it is warned of, as things stand. A due time that has passed stays. */
const reckoned = (clock: Clock, now: Instant, hoursOf: HoursOf): Clock => {
  if (clock.promisedMinutes === null || isBreached(clock, now)) return clock
  const stretches = stretchesOf(clock, hoursOf)
  const promised = clock.promisedMinutes * minuteMs
  const dueAt = reachedAt(stretches, promised) ?? null
  return { ...clock, dueAt, warnAt: dueAt === null ? null : warningFor(clock, stretches, promised, dueAt) }
}

/** So long before the due time that the rest is what was asked for, and in open hours: a time at closing is told at the next opening. */
const warningFor = (
  { warnMinutes }: Clock,
  stretches: readonly Stretch[],
  promised: number,
  dueAt: Instant,
): Instant | null => {
  if (warnMinutes === null) return null
  const reached = reachedAt(stretches, promised - warnMinutes * minuteMs)
  const hours = reached && stretches.findLast(({ from, hours }) => from <= reached && hours !== undefined)?.hours
  const at = reached && hours && openAtOrAfter(hours, reached)
  return at !== undefined && at !== "" && at < dueAt ? at : null
}

type Start = Readonly<{ startedAt: Instant; target: Target; calendar: Calendar; questions?: readonly Question[] }>

/** Starts with the promise and the calendar that hold then; what was asked before there was a clock counts for nobody. */
export const decideStart = ({ startedAt, target, calendar, questions = [] }: Start, hoursOf: HoursOf): Clock =>
  // Reckoned as of its start: a time that began long ago has its due time where it lies.
  reckoned(
    {
      ...target,
      startedAt,
      course: [{ from: startedAt, calendar }],
      questions: questions.slice(0, mostQuestions),
      dueAt: null,
      warnAt: null,
      stoppedAt: null,
      cancelledAt: null,
    },
    startedAt,
    hoursOf,
  )

type Ended = Refusal<"clock-has-ended">

const going = (clock: Clock): true | Ended =>
  ["running", "paused"].includes(stateOf(clock)) || refuse("clock-has-ended")

/** Asking pauses it; asking is no answer. The same question again changes nothing. */
export const decideAsk = (
  clock: Clock,
  id: Id,
  now: Instant,
  hoursOf: HoursOf,
): Clock | Ended | Refusal<"too-many-questions"> => {
  const goes = going(clock)
  if (goes !== true) return goes
  if (clock.questions.some((each) => each.id === id)) return clock
  if (clock.questions.length >= mostQuestions) return refuse("too-many-questions", { most: mostQuestions })
  return reckoned({ ...clock, questions: [...clock.questions, { id, from: now, to: null }] }, now, hoursOf)
}

/** Answered or withdrawn, one question or, where none is named, all: when none is open any more, time goes on. */
export const decideAnswered = (clock: Clock, id: Id | undefined, now: Instant, hoursOf: HoursOf): Clock | Ended => {
  const goes = going(clock)
  if (goes !== true) return goes
  const questions = clock.questions.map((each) =>
    (id === undefined || each.id === id) && each.to === null ? { ...each, to: now } : each,
  )
  return reckoned({ ...clock, questions }, now, hoursOf)
}

/** Who holds it at last: the team by whose calendar time counts, and the person. */
export const holderOf = ({ course }: Pick<Clock, "course">): Leg | undefined => course.at(-1)

/** Whether it can still be handed over. */
export const decideHandOver = (
  clock: Pick<Clock, "stoppedAt" | "cancelledAt" | "questions">,
): true | Refusal<"clock-has-ended"> => ["running", "paused"].includes(stateOf(clock)) || refuse("clock-has-ended")

/** Another team or person holds it, or its calendar changed: from now on, never backwards. */
export const decideCourse = (
  clock: Clock,
  { calendar, memberId }: Pick<Leg, "calendar" | "memberId">,
  now: Instant,
  hoursOf: HoursOf,
): Clock | Ended | Refusal<"too-many-hand-overs"> => {
  const goes = going(clock)
  if (goes !== true) return goes
  if (clock.course.length >= mostLegs) return refuse("too-many-hand-overs", { most: mostLegs })
  return reckoned(
    { ...clock, course: [...clock.course, { from: now, calendar, memberId: memberId ?? null }] },
    now,
    hoursOf,
  )
}

/**
 * Another time was promised for it after it began; undefined where that changes nothing. Of what waits it holds unless it would be late by it
 * already: nobody is made late backwards. Where the parties agreed to that, it holds for what was answered too. Late stays late.
 */
export const decidePromised = (
  clock: Clock & Readonly<{ voidedAt: Instant | null }>,
  target: Target,
  { now, isBackwards }: Readonly<{ now: Instant; isBackwards: boolean }>,
  hoursOf: HoursOf,
): Clock | undefined => {
  if (clock.voidedAt !== null || clock.cancelledAt !== null || isBreached(clock, now)) return undefined
  if (target.promisedMinutes === null || target.promisedMinutes === clock.promisedMinutes) return undefined
  const open = { ...clock, ...target, stoppedAt: null, dueAt: null, warnAt: null }
  const anew = { ...reckoned(open, clock.startedAt, hoursOf), stoppedAt: clock.stoppedAt }
  if (isBackwards) return anew
  const isLeft = clock.stoppedAt === null && usedMs(clock, now, hoursOf) < target.promisedMinutes * minuteMs
  return isLeft ? anew : undefined
}

/** It has happened: in time or late is settled for good. What was still open then ends with it. */
export const decideStop = (clock: Clock, now: Instant, hoursOf: HoursOf): Clock | Ended => {
  const goes = going(clock)
  if (goes !== true) return goes
  const questions = clock.questions.map((each) => (each.to === null ? { ...each, to: now } : each))
  return { ...reckoned({ ...clock, questions }, now, hoursOf), stoppedAt: now }
}

/** It is not wanted any more: it counts for nothing from now on, unless its time was over before. */
export const decideCancel = (clock: Clock, now: Instant): Clock | Ended => {
  const goes = going(clock)
  return goes === true ? { ...clock, cancelledAt: now } : goes
}

/**
 * When a warning is to be told: now, at a later moment, or not at all. A worker that comes late tells it in open hours only, and never
 * after the answer or the due time.
 */
export const warningDue = (
  clock: Clock & Readonly<{ warnedAt: Instant | null }>,
  now: Instant,
  hoursOf: HoursOf,
): Instant | undefined => {
  const { warnAt, warnedAt, dueAt, course } = clock
  const calendar = course.findLast(({ from }) => from <= now)?.calendar
  if (stateOf(clock) !== "running" || warnAt === null || warnedAt !== null || dueAt === null || !calendar)
    return undefined
  const at = now < warnAt ? warnAt : openAtOrAfter(hoursOf(calendar), now)
  return at !== undefined && at < dueAt ? at : undefined
}
