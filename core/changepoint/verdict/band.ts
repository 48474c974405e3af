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
  const at = (share: number): number => {
    let sum = 0
    for (let i = 0; i < weights.length; i++) {
      sum += weights[i] as number
      if (sum >= share * total) return i
    }
    return weights.length - 1
  }
  return { index: at(0.5), low: at((1 - level) / 2), high: at((1 + level) / 2) }
}
