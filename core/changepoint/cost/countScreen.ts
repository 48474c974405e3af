/**
 * Log-likelihood ratio of the best single step against none for counts, divided by their dispersion; the first that is more
 * than `enough` is answered as it is.
 *
 * Both rates are fitted, so no step explains the counts better; averaging over places and levels only lowers it. What a
 * square-root scale hides in rare events (one a month, then none) shows here. Since log x <= x - 1, the ratio never exceeds
 * Pearson's chi-square of the same split: where that is not above the best so far, no logarithm is taken. O(n). NaN is missing.
 */
export const strongestStep = (
  values: Float64Array,
  dispersion: number,
  before: number,
  after: number,
  enough = Number.POSITIVE_INFINITY,
): number => {
  let observed = 0
  let total = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) continue
    observed++
    total += value
  }
  if (total === 0) return 0
  const flat = total * Math.log(total / observed)
  const plenty = enough * dispersion
  let best = 0
  let n = 0
  let sum = 0
  for (let i = 0; i < values.length && best <= plenty; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) continue
    const left = observed - n
    const shift = sum * observed - total * n
    if (n >= before && left >= after && shift * shift > best * total * n * left) {
      const rest = total - sum
      const split = (sum > 0 ? sum * Math.log(sum / n) : 0) + (rest > 0 ? rest * Math.log(rest / left) : 0)
      if (split - flat > best) best = split - flat
    }
    n++
    sum += value
  }
  return best / dispersion
}
