import { type PlainDate, weekFromNumber, weekNumber } from "#core/time"
import type { Finding, OnsetDate } from "./finding.ts"
import { priorDrift } from "./join.ts"

/** Weeks that a change needs to be evidence at all: what nothing spoke for so many weeks ago may have begun since. */
export const youngWeeks = 4

/** Weeks up to the last one known, in any of which it may have begun, that are too many to be called a date. */
const tooWide = 39

/** When a drift began; or, when that cannot be told yet, from which week on it may have. */
export type When = Readonly<{ onset: OnsetDate | null; changedSince: PlainDate | null }>

/**
 * Can this onset be dated yet?
 *
 * A drift is first seen when chance has added to it, so the weeks before a young fall look guilty, and the band, which takes them
 * at their word, ends before the fall. What was known four weeks ago settles it: where it spoke for no drift (its probability
 * was not above the prior), the weeks since are what shows one, and any of them may be the first. The band then reaches the
 * last week known; and when it begins so long ago that it says nothing, the answer is that it is too early to date.
 */
export const whenOf = (onset: OnsetDate, lastWeek: number, probabilityBefore: number): When => {
  if (probabilityBefore > priorDrift) return { onset, changedSince: null }
  const isDatable = lastWeek - weekNumber(onset.low) < tooWide
  return isDatable
    ? { onset: { ...onset, high: weekFromNumber(lastWeek) }, changedSince: null }
    : { onset: null, changedSince: onset.low }
}

/** Was it seen so long ago that it is no young fall any more? */
export const isLongSeen = (seenOn: PlainDate | undefined, lastWeek: number): boolean =>
  seenOn !== undefined && weekNumber(seenOn) - 1 <= lastWeek - youngWeeks

/** The first day on which a drift may have been seen, and the likeliest day of its onset: what nobody can date was not to be seen until lately. */
export const beganBy = (
  { onset, changedSince }: Pick<Finding, "onset" | "changedSince">,
  lastWeek: number,
): Pick<OnsetDate, "date" | "low"> | null => {
  if (onset !== null || changedSince === null) return onset
  const young = weekFromNumber(lastWeek - youngWeeks + 1)
  return { date: young, low: young }
}

/** Had it begun by a day? What nobody can date yet may have. */
export const mayHaveBegunBy = (
  { onset, changedSince }: Pick<Finding, "onset" | "changedSince">,
  day: PlainDate,
): boolean => {
  const began = onset?.date ?? changedSince ?? undefined
  return began !== undefined && began <= day
}
