import { select } from "./select.ts"

/**
 * Median of the values that are present (NaN is missing); undefined when none is.
 * The mean of the two middle values for an even count. O(n) expected.
 */
export const median = (values: ArrayLike<number>): number | undefined => {
  const present = new Float64Array(values.length)
  let count = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (!Number.isNaN(value)) present[count++] = value
  }
  return count === 0 ? undefined : middle(present, count)
}

/**
 * Standard deviation by the median absolute deviation, scaled to agree with the ordinary one on normal data.
 * Half of the values may be arbitrary without carrying it away. Undefined when nothing is present.
 * `centre` is the median, for a caller who has it already.
 */
export const robustDeviation = (values: ArrayLike<number>, centre = median(values)): number | undefined => {
  if (centre === undefined) return undefined
  const away = new Float64Array(values.length)
  for (let i = 0; i < away.length; i++) away[i] = Math.abs((values[i] as number) - centre)
  return 1.4826 * (median(away) as number)
}

const middle = (present: Float64Array, count: number): number => {
  const half = count >> 1
  const upper = select(present, count, half)
  if (count % 2 === 1) return upper
  let lower = present[0] as number
  for (let i = 1; i < half; i++) lower = Math.max(lower, present[i] as number)
  return (lower + upper) / 2
}
