import { logGamma } from "#core/stats/logGamma"
import type { SegmentCost } from "./segmentCost.ts"

/**
 * Segments with a constant rate of events per step: Poisson counts, the rate integrated over a gamma prior with shape
 * 1/2 and the series' own mean rate, so that scale does not matter and an empty stretch is no surprise by itself.
 *
 * Over-dispersion of factor f is met by the quasi-likelihood: counts and exposure divided by f. The factor terms of
 * single counts do not depend on the segmentation and are left out. Counts are whole numbers, so log-gamma is read
 * from a table: O(n + total) to prepare, O(1) and two look-ups per segment. NaN is missing.
 */
export const countCost = (values: ArrayLike<number>, dispersion = 1): SegmentCost => {
  const length = values.length
  const seen = new Int32Array(length + 1)
  const sums = new Int32Array(length + 1)
  for (let i = 0; i < length; i++) {
    const value = values[i] as number
    seen[i + 1] = (seen[i] as number) + (Number.isNaN(value) ? 0 : 1)
    sums[i + 1] = (sums[i] as number) + (Number.isNaN(value) ? 0 : Math.max(0, Math.round(value)))
  }
  const total = sums[length] as number
  const shape = 0.5
  const rate = (shape * (seen[length] as number)) / Math.max(total, 1) // prior mean = mean rate

  const gammas = new Float64Array(total + 1)
  for (let s = 0; s <= total; s++) gammas[s] = logGamma(shape + s / dispersion)
  const logs = new Float64Array(length + 1)
  for (let n = 0; n <= length; n++) logs[n] = Math.log(rate + n / dispersion)
  const constant = shape * Math.log(rate) - logGamma(shape)

  const logEvidence = (start: number, end: number): number => {
    const n = (seen[end] as number) - (seen[start] as number)
    const s = (sums[end] as number) - (sums[start] as number)
    return constant + (gammas[s] as number) - (shape + s / dispersion) * (logs[n] as number)
  }
  const logEvidences = (last: number, stride: number, end: number, row: Float64Array): void => {
    const allSeen = seen[end] as number
    const allSums = sums[end] as number
    for (let k = 0; k <= last; k++) {
      const s = allSums - (sums[k * stride] as number)
      const log = logs[allSeen - (seen[k * stride] as number)] as number
      row[k] = constant + (gammas[s] as number) - (shape + s / dispersion) * log
    }
  }
  return { length, logEvidence, logEvidences }
}
