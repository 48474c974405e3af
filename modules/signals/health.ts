import type { ReadSeries } from "./rules.ts"

const leastWeeks = 8
/** Weeks looked at together: a month, else the first longer stretch in which a rare signal usually shows something. */
const windows = [4, 13, 26, 52] as const

/**
 * How near a partnership's signals are to their promised or usual level, week by week: 1 is at or above it, 0 is nothing left;
 * undefined where nothing is known. A picture for the eye, no judgement: that is the detector's.
 *
 * Each signal's mean of the last weeks (see `windows`) is set against the promised level, else against its usual level; then
 * the signals are averaged. Usual is the median of those means while the partnership was at work: before the week `onset` of
 * an open drift, else up to the last week in which the signal showed anything. So years of silence or of drift do not
 * become usual; a signal that never had a level above zero says nothing. Where all that should happen has stopped, the absence
 * of trouble is no comfort: 0. O(signals x weeks x the widest window).
 */
export const weeklyHealth = (
  signals: readonly ReadSeries[],
  firstWeek: number,
  lastWeek: number,
  onset?: number,
): (number | undefined)[] => {
  const weighed = signals.map((signal) => ({ signal, shares: shareOfUsual(signal, onset) }))
  return Array.from({ length: lastWeek - firstWeek + 1 }, (_, i) => {
    const known = weighed
      .map(({ signal, shares }) => ({
        worse: signal.definition.worse,
        share: shares[firstWeek + i - signal.firstWeek] ?? Number.NaN,
      }))
      .filter(({ share }) => !Number.isNaN(share))
    if (known.length === 0) return undefined
    const wanted = known.filter(({ worse }) => worse === "lower")
    if (wanted.length > 0 && wanted.every(({ share }) => share === 0)) return 0
    return sumOf(known.map(({ share }) => share)) / known.length
  })
}

const shareOfUsual = (signal: ReadSeries, onset: number | undefined): Float64Array => {
  const { values, expected, definition, firstWeek } = signal
  if (values.filter((value) => !Number.isNaN(value)).length < leastWeeks) return values.map(() => Number.NaN)
  const atWork = weeksAtWork(signal, onset === undefined ? 0 : onset - firstWeek)
  const { smooth, usual } = usualOf(values, atWork, definition.worse)
  return smooth.map((value, i) => {
    const promised = expected?.[i]
    const level = promised !== undefined && promised > 0 ? promised : usual
    if (definition.worse === "higher") return value <= level ? 1 : (level + 1) / (value + 1)
    return level > 0 ? Math.min(1, Math.max(0, value / level)) : Number.NaN
  })
}

/** How many of the first weeks tell what is usual; an onset before enough weeks were seen cannot. A week without trouble is a week at work. */
const weeksAtWork = ({ values, definition }: ReadSeries, onset: number): number => {
  if (onset >= leastWeeks) return onset
  return definition.worse === "higher" ? values.length : values.findLastIndex((value) => value > 0) + 1
}

const usualOf = (values: Float64Array, atWork: number, worse: "lower" | "higher") => {
  for (const window of worse === "higher" ? [windows[0]] : windows) {
    const smooth = runningMean(values, window)
    const usual = medianOf(smooth.subarray(0, atWork))
    if (worse === "higher" || usual > 0) return { smooth, usual }
  }
  return { smooth: runningMean(values, windows[0]), usual: Number.NaN }
}

const medianOf = (values: Float64Array): number => {
  const known = values.filter((value) => !Number.isNaN(value)).sort()
  return known[known.length >> 1] ?? Number.NaN
}

/** The mean of the known among the last `window` weeks, for each week; unknown once a whole month is. */
const runningMean = (values: Float64Array, window: number): Float64Array =>
  values.map((_, i) => {
    const knownOf = (weeks: number) =>
      values.subarray(Math.max(0, i - weeks + 1), i + 1).filter((value) => !Number.isNaN(value))
    if (knownOf(windows[0]).length === 0) return Number.NaN
    const known = knownOf(window)
    return sumOf(known) / known.length
  })

const sumOf = (values: Iterable<number>): number => {
  let sum = 0
  for (const value of values) sum += value
  return sum
}
