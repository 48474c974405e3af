/**
 * Median of the values that are present (NaN is missing); undefined when none is.
 * The mean of the two middle values for an even count. Sorts a copy: O(n log n).
 */
export const median = (values: Iterable<number>): number | undefined => {
  const present = Float64Array.from(Array.from(values).filter((value) => !Number.isNaN(value))).sort()
  const middle = present.length >> 1
  if (present.length === 0) return undefined
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
  return 1.4826 * (median(Array.from(values, (value) => Math.abs(value - centre))) as number)
}
