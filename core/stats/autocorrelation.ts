import { reusable } from "./reusable.ts"

/** Lags looked at: noise of a week's source is forgotten within a quarter. */
const lags = 8
const leastPairs = 8

/**
 * Correlations of a series with itself 1 to 8 steps earlier, over pairs where both are present (NaN is missing).
 *
 * Corrected for the downward bias of a short series, about -(1 + 3r)/n for each fitted level (Kendall 1954).
 * 0 where it cannot be known. `leastVariance` is noise that is there whether or not these values show it: what is left of a fit
 * without a fault is nothing but rounding, and its correlation says nothing. Linear time.
 */
export const autocorrelations = (residuals: ArrayLike<number>, fittedLevels = 1, leastVariance = 0): Float64Array => {
  const found = new Float64Array(lags)
  let square = 0
  let count = 0
  const { length } = residuals
  const known = roomForKnown(length) // what is missing adds nothing to a sum of products
  for (let i = 0; i < length; i++) {
    const now = residuals[i] as number
    known[i] = Number.isNaN(now) ? 0 : now
    if (Number.isNaN(now)) continue
    square += now * now
    count++
  }
  if (square === 0) return found
  const variance = Math.max(square / count, leastVariance)
  for (let lag = 1; lag <= lags; lag++) {
    const pairs = count === length ? count - lag : pairsAt(residuals, lag)
    let cross = 0
    for (let i = lag; i < length; i++) cross += (known[i] as number) * (known[i - lag] as number)
    if (pairs < leastPairs) continue
    const r = cross / pairs / variance
    found[lag - 1] = Math.max(-0.95, Math.min(0.95, r + (fittedLevels * (1 + 3 * r)) / count))
  }
  return found
}

const roomForKnown = reusable((size) => new Float64Array(size))

const pairsAt = (values: ArrayLike<number>, lag: number): number => {
  let pairs = 0
  for (let i = lag; i < values.length; i++) if (!Number.isNaN(values[i]) && !Number.isNaN(values[i - lag])) pairs++
  return pairs
}

/** Correlation with the step before. */
export const autocorrelation = (residuals: ArrayLike<number>, fittedLevels = 1): number =>
  autocorrelations(residuals, fittedLevels)[0] as number

/**
 * How much wider a mean is than independence would have it, never below 1 and never above 9 (beyond that the series
 * is a random walk and no factor helps).
 *
 * The larger of two estimates: (1 + r)/(1 - r), right for a first-order process, and 1 + 2 sum (1 - k/9) r_k (Newey and
 * West 1987), which also sees slow moods under much independent noise.
 */
export const longRunFactor = (correlations: ArrayLike<number>): number => {
  const r = (correlations[0] as number | undefined) ?? 0
  let sum = 1
  for (let k = 0; k < correlations.length; k++) {
    sum += 2 * (1 - (k + 1) / (correlations.length + 1)) * (correlations[k] as number)
  }
  return Math.max(1, Math.min(9, Math.max((1 + r) / (1 - r), sum)))
}
