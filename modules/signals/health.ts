import type { ReadSeries } from "./series.ts"

const smoothWeeks = 4
const leastWeeks = 8

/**
 * How near a partnership's signals are to their promised or usual level, week by week: 1 is at or above it, 0 is nothing left;
 * undefined where nothing is known. A picture for the eye, no judgement: that is the detector's.
 *
 * Each signal's mean of the last four weeks is set against the promised level, else against the median of its own four-week means; then the
 * signals are averaged. O(signals x weeks).
 */
export const weeklyHealth = (
  signals: readonly ReadSeries[],
  firstWeek: number,
  lastWeek: number,
): (number | undefined)[] => {
  const shares = signals.map(shareOfUsual)
  return Array.from({ length: lastWeek - firstWeek + 1 }, (_, i) => {
    const present = signals
      .map((signal, k) => shares[k]?.[firstWeek + i - signal.firstWeek])
      .filter((share) => share !== undefined && !Number.isNaN(share)) as number[]
    return present.length === 0 ? undefined : present.reduce((sum, share) => sum + share, 0) / present.length
  })
}

const shareOfUsual = ({ values, expected, definition }: ReadSeries): Float64Array => {
  const smooth = values.map((_, i) => mean(values.subarray(Math.max(0, i - smoothWeeks + 1), i + 1)))
  const known = smooth.filter((value) => !Number.isNaN(value)).sort()
  const usual = known[known.length >> 1] ?? Number.NaN
  return smooth.map((value, i) => {
    const promised = expected?.[i]
    const level = promised !== undefined && promised > 0 ? promised : usual
    if (Number.isNaN(value) || known.length < leastWeeks) return Number.NaN
    if (definition.worse === "higher") return value <= level ? 1 : (level + 1) / (value + 1)
    return level > 0 ? Math.min(1, Math.max(0, value / level)) : 1
  })
}

const mean = (values: Float64Array): number => {
  let sum = 0
  let count = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    sum += value
    count++
  }
  return count > 0 ? sum / count : Number.NaN
}
