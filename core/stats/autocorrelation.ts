/**
 * Correlation of a series with itself one step earlier, over pairs where both are present (NaN is missing).
 *
 * Corrected for the downward bias of a short series, about -(1 + 3r)/n for each fitted level (Kendall 1954).
 * 0 when it cannot be known. Linear time.
 */
export const autocorrelation = (residuals: ArrayLike<number>, fittedLevels = 1): number => {
  let pairs = 0
  let cross = 0
  let square = 0
  let count = 0
  for (let i = 0; i < residuals.length; i++) {
    const now = residuals[i] as number
    if (Number.isNaN(now)) continue
    square += now * now
    count++
    const before = i > 0 ? (residuals[i - 1] as number) : Number.NaN
    if (Number.isNaN(before)) continue
    cross += now * before
    pairs++
  }
  if (pairs < 8 || square === 0) return 0
  const r = cross / pairs / (square / count)
  return Math.max(-0.95, Math.min(0.95, r + (fittedLevels * (1 + 3 * r)) / count))
}

/**
 * How much wider a mean is than independence would have it: (1 + r)/(1 - r) for a first-order process,
 * never below 1 and never above 9 (beyond that the series is a random walk and no factor helps).
 */
export const longRunFactor = (r: number): number => Math.max(1, Math.min(9, (1 + r) / (1 - r)))
