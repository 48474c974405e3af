import type { Side } from "#core/actor"
import type { PlainDate } from "#core/time"
import { addDays } from "#core/time"
import { lapsesOn, opensOn } from "./calendar.ts"
import type { Occurrence } from "./decide.ts"
import type { OccurrenceState } from "./states.ts"

/** Half a year in full weeks: what fell due in it is counted as kept or not. */
export const keptWindowDays = 182

/** A promise past its day that nobody reported is overdue for so long; after that it is history, and in the register. */
export const overdueForDays = 90

/** States in which a promise still asks for something once its day has passed. */
export const unsettledStates = ["due", "missed"] as const satisfies readonly OccurrenceState[]

/** Promises whose day is still ahead, or whose window is open. */
export const openStates = ["upcoming", "due", "re_agreed"] as const satisfies readonly OccurrenceState[]

/** Those in which somebody has still something to do or to say, whatever the day is. */
export const pendingStates = [...openStates, "disputed"] as const satisfies readonly OccurrenceState[]

/** Those that had to be kept and were decided. What was waived, agreed anew in time or is disputed is nobody's failure. */
export const decidedStates = ["kept", "kept_late", "missed"] as const satisfies readonly OccurrenceState[]

/** States in which a promise waits until its window opens. */
export const waitingStates = ["upcoming", "re_agreed"] as const satisfies readonly OccurrenceState[]

/** Those that are nobody's failure, unless a due day was let pass before. */
export const forgivenStates = ["waived", "re_agreed", "disputed"] as const satisfies readonly OccurrenceState[]

type Dated = Pick<Occurrence, "state" | "dueOn" | "reportedOn">
type Counted = Pick<Occurrence, "state" | "dueOn" | "missedOn">
type Waiting = Dated & Pick<Occurrence, "clockId">
type Windowed = Dated & Pick<Occurrence, "windowDays">

const isIn = (states: readonly OccurrenceState[], state: OccurrenceState): boolean => states.includes(state)

/** Its day has passed, not long ago, and nobody has said that it was kept. What a clock decides is asked for where its clock is shown. */
export const isOverdue = ({ state, dueOn, reportedOn, clockId }: Waiting, today: PlainDate): boolean =>
  isIn(unsettledStates, state) &&
  reportedOn === null &&
  clockId === null &&
  dueOn < today &&
  dueOn >= addDays(today, -overdueForDays)

/** Its window is open, its day has not passed, and nobody has said that it was kept. */
export const isDue = ({ state, dueOn, reportedOn }: Dated, today: PlainDate): boolean =>
  state === "due" && reportedOn === null && dueOn >= today

/** The calendar makes it due: its window has opened. */
export const becomesDue = ({ state, dueOn, windowDays }: Windowed, today: PlainDate): boolean =>
  isIn(waitingStates, state) && opensOn({ dueOn, windowDays }) <= today

/** The calendar makes it missed: its window has closed, and nobody has said that it was kept. */
export const becomesMissed = ({ state, dueOn, windowDays, reportedOn }: Windowed, today: PlainDate): boolean =>
  state === "due" && reportedOn === null && lapsesOn({ dueOn, windowDays }) < today

export const isOpen = ({ state }: Pick<Occurrence, "state">): boolean => isIn(openStates, state)

/** It still asks something of somebody: it is ahead, due, contested, waits for a word, or is overdue. */
export const isPending = (promise: Waiting, today: PlainDate): boolean =>
  isIn(pendingStates, promise.state) || isOverdue(promise, today)

/** Past its day and unsettled like what is overdue, but longer ago than that is said of anything. */
export const isOldMiss = ({ state, dueOn, reportedOn, clockId }: Waiting, today: PlainDate): boolean =>
  isIn(unsettledStates, state) && reportedOn === null && clockId === null && dueOn < addDays(today, -overdueForDays)

/** The day it counts on: the due day that was let pass, where another was agreed since. */
export const countedOn = ({ dueOn, missedOn }: Pick<Occurrence, "dueOn" | "missedOn">): PlainDate => missedOn ?? dueOn

/** It fell due in the last half year and was decided, or its day was let pass. */
export const counts = (promise: Counted, today: PlainDate): boolean => {
  const on = countedOn(promise)
  const isDecided = promise.missedOn !== null || isIn(decidedStates, promise.state)
  return isDecided && on >= addDays(today, -keptWindowDays) && on <= today
}

/**
 * The first day after `today` on which anything that is counted of it is counted otherwise, with nobody doing anything: it becomes overdue
 * and ceases to be, enters the half year and leaves it, is no longer the next to fall due.
 */
export const countsOtherwiseOn = (promise: Counted & Waiting, today: PlainDate): PlainDate | undefined => {
  const { state, dueOn, reportedOn, clockId, missedOn } = promise
  const waits = isIn(unsettledStates, state) && reportedOn === null && clockId === null
  const isDecided = missedOn !== null || isIn(decidedStates, state)
  const on = countedOn(promise)
  const days = [
    ...(waits || isOpen(promise) ? [addDays(dueOn, 1)] : []),
    ...(waits ? [addDays(dueOn, overdueForDays + 1)] : []),
    ...(isDecided ? [on, addDays(on, keptWindowDays + 1)] : []),
    ...(state === "missed" ? [addDays(dueOn, keptWindowDays + 1)] : []),
  ]
  return days.filter((day) => day > today).sort()[0]
}

/** Kept in time: neither late, nor on a day that was agreed after the fact. */
export const isKeptInTime = ({ state, missedOn }: Pick<Occurrence, "state" | "missedOn">): boolean =>
  state === "kept" && missedOn === null

/** Of what one side had to keep: kept in time. Kept late is not kept. */
export const keptRate = (
  occurrences: readonly (Counted & Pick<Occurrence, "owedBy">)[],
  side: Side,
  today: PlainDate,
): { kept: number; due: number } => {
  const due = occurrences.filter((each) => each.owedBy === side && counts(each, today))
  return { kept: due.filter(isKeptInTime).length, due: due.length }
}
