/**
 * Median of the values that are present (NaN is missing); undefined when none is.
 * The mean of the two middle values for an even count. Sorts a copy: O(n log n).
 */
export const median = (values: ArrayLike<number>): number | undefined => {
  const sorted = new Float64Array(values.length)
  let count = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (!Number.isNaN(value)) sorted[count++] = value
  }
  if (count === 0) return undefined
  const present = sorted.subarray(0, count).sort()
  const middle = count >> 1
  const upper = present[middle] as number
  return present.length % 2 === 1 ? upper : ((present[middle - 1] as number) + upper) / 2
}

/**
 * Standard deviation by the median absolute deviation, scaled to agree with the ordinary one on normal data.
 * Half of the values may be arbitrary without carrying it away. Undefined when nothing is present.
 */
export const robustDeviation = (values: readonly number[] | Float64Array): number | undefined => {
  const centre = median(values)
  if (centre === undefined) return undefined
  return 1.4826 * (median(Float64Array.from(values, (value) => Math.abs(value - centre))) as number)
}
