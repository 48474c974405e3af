/**
 * Log-likelihood ratio of the best single step against none for counts, divided by their dispersion.
 *
 * Both rates are fitted, so no step explains the counts better; averaging over places and levels only lowers it. What a
 * square-root scale hides in rare events (one a month, then none) shows here. O(n). NaN is missing.
 */
export const strongestStep = (values: Float64Array, dispersion: number, before: number, after: number): number => {
  let observed = 0
  let total = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    observed++
    total += value
  }
  if (total === 0) return 0
  const flat = total * Math.log(total / observed)
  let best = 0
  let n = 0
  let sum = 0
  for (const value of values) {
    if (n >= before && observed - n >= after) {
      const rest = total - sum
      const split = (sum > 0 ? sum * Math.log(sum / n) : 0) + (rest > 0 ? rest * Math.log(rest / (observed - n)) : 0)
      if (split - flat > best) best = split - flat
    }
    if (Number.isNaN(value)) continue
    n++
    sum += value
  }
  return best / dispersion
}
