import type { Instant, PlainDate } from "#core/time"
import { addDays, dateIn, instantIn } from "#core/time"

/**
 * Business time: the sum of real time (UTC) that lies inside the half-open intervals [open, close) of a calendar. So an hour that a
 * clock change skips is not counted and one that it repeats is counted twice; a day from 00:00 to 24:00 has no minute
 * missing. A moment at which the sum reaches a length is the first such moment: full at closing is due at closing, not at
 * the next opening. Complexity: linear in the days walked over, of which there are at most `horizonDays`.
 */

/** Minutes after midnight on the wall, from inclusive, to exclusive; 1440 is the midnight at the day's end. */
export type OpenSpan = Readonly<{ from: number; to: number }>

/** When it is open: what the wall shows on each day, in one time zone. Spans of a day are in order and apart. */
export type OpenHours = Readonly<{ timeZone: string; openOn(date: PlainDate): readonly OpenSpan[] }>

/** From a moment on these hours count; undefined: nothing counts. */
export type Stretch = Readonly<{ from: Instant; hours: OpenHours | undefined }>

/** Ten years: a calendar that opens for so little that a promise takes longer keeps none. */
const horizonDays = 3_660

type Interval = Readonly<{ from: number; to: number }>

/** Intervals of real time, in milliseconds, in which it is open, from a moment on up to another or the horizon. */
function* openFrom(hours: OpenHours, from: number, to: number): Generator<Interval> {
  const { timeZone, openOn } = hours
  // The day before too: where the wall's day begins later than UTC's, and for a span until 24:00.
  let date = addDays(dateIn(timeZone, instantOf(from)), -1)
  for (let day = 0; day < horizonDays; day++, date = addDays(date, 1))
    for (const span of openOn(date)) {
      const opens = Date.parse(instantIn(timeZone, date, span.from))
      const closes = Date.parse(instantIn(timeZone, date, span.to))
      if (opens >= to) return
      const interval = { from: Math.max(opens, from), to: Math.min(closes, to) }
      if (interval.to > interval.from) yield interval
    }
}

const instantOf = (ms: number): Instant => new Date(ms).toISOString()

/** Intervals in which time counts, over stretches that follow one another. */
function* counted(stretches: readonly Stretch[], to: number): Generator<Interval> {
  for (const [index, { from, hours }] of stretches.entries()) {
    const next = stretches[index + 1]
    const end = Math.min(to, next ? Date.parse(next.from) : Number.POSITIVE_INFINITY)
    if (hours) yield* openFrom(hours, Date.parse(from), end)
  }
}

/** Milliseconds of business time from the first stretch's beginning to a moment. */
export const businessMs = (stretches: readonly Stretch[], to: Instant): number => {
  let sum = 0
  for (const interval of counted(stretches, Date.parse(to))) sum += interval.to - interval.from
  return sum
}

/** The first moment at which the sum reaches `ms`; undefined where it does not within ten years. */
export const reachedAt = (stretches: readonly Stretch[], ms: number): Instant | undefined => {
  const [first] = stretches
  if (first === undefined) return undefined
  if (ms <= 0) return instantOf(Date.parse(first.from))
  let left = ms
  for (const { from, to } of counted(stretches, Number.POSITIVE_INFINITY)) {
    if (to - from >= left) return instantOf(from + left)
    left -= to - from
  }
  return undefined
}

/** The moment itself where it is open then, else the next opening; undefined where there is none. */
export const openAtOrAfter = (hours: OpenHours, at: Instant): Instant | undefined => {
  for (const { from } of openFrom(hours, Date.parse(at), Number.POSITIVE_INFINITY)) return instantOf(from)
  return undefined
}
