/** Where a date lies: its middle, and the narrowest central range that holds the asked share. Indices, inclusive. */
export type Band = Readonly<{ index: number; low: number; high: number }>

/**
 * Median and equal-tailed range of a discrete distribution over 0..n-1 (weights need not sum to one).
 * Undefined when there is no weight at all. Linear time.
 */
export const bandOf = (weights: ArrayLike<number>, level = 0.9): Band | undefined => {
  let total = 0
  for (let i = 0; i < weights.length; i++) total += weights[i] as number
  if (!(total > 0)) return undefined
  const lower = ((1 - level) / 2) * total
  const upper = ((1 + level) / 2) * total
  const last = weights.length - 1
  let [low, index, high] = [-1, -1, -1]
  let sum = 0
  for (let i = 0; i <= last && high < 0; i++) {
    sum += weights[i] as number
    if (low < 0 && sum >= lower) low = i
    if (index < 0 && sum >= total / 2) index = i
    if (sum >= upper) high = i
  }
  const known = (at: number) => (at < 0 ? last : at) // the sum may fall short of the total by a rounding
  return { index: known(index), low: known(low), high: known(high) }
}
