import { logSumExp } from "#core/stats/logSumExp"
import { rampLengths } from "./onsetShapes.ts"

/** Levels after the change as shares of the level before, for a fall and for a rise. */
const fallsTo = [0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8]
const risesTo = [1.25, 1.5, 2, 3, 5, 8]

/** The share of the level before that is left at each step of a ramp, and its logarithm. */
type Ramp = Readonly<{ weights: Float64Array; logs: Float64Array }>

const rampsTo = (ratios: readonly number[]): readonly (readonly Ramp[])[] =>
  rampLengths.map((d) =>
    ratios.map((q) => {
      const weights = Float64Array.from({ length: d }, (_, k) => 1 - ((1 - q) * (k + 1)) / d)
      return { weights, logs: weights.map(Math.log) }
    }),
  )

const falls = rampsTo(fallsTo)
const rises = rampsTo(risesTo)

/** Log evidence of each onset and ramp against no change: index r * length + t; -Infinity where not allowed. */
export type CountFit = Readonly<{ logBayes: Float64Array; observed: number }>

/**
 * The onset question for counts by their own likelihood, where a square root would lose what rare events know.
 *
 * Rate at i = L w(i), w = 1 - (1 - q) clip((i - t + 1)/d, 0, 1). For given t, d and q the rate L is integrated over a
 * gamma prior (shape 1/2, the series' mean rate) in closed form, leaving
 * sum y log w - (1/2 + S) log(b + sum w); q is averaged over a short list. Over-dispersion f divides counts
 * and exposure. Ramps cost their length: O(n x sum of ramp lengths x levels). NaN is missing.
 */
export const fitCountShapes = (
  values: Float64Array,
  direction: -1 | 1,
  dispersion: number,
  before: number,
  after: number,
): CountFit => {
  const length = values.length
  const seen = new Float64Array(length + 1)
  const sums = new Float64Array(length + 1)
  for (let i = 0; i < length; i++) {
    const value = values[i] as number
    seen[i + 1] = (seen[i] as number) + (Number.isNaN(value) ? 0 : 1)
    sums[i + 1] = (sums[i] as number) + (Number.isNaN(value) ? 0 : value)
  }
  const observed = seen[length] as number
  const total = sums[length] as number
  const logBayes = new Float64Array(rampLengths.length * length).fill(Number.NEGATIVE_INFINITY)
  if (total === 0) return { logBayes, observed }
  const shapes = direction < 0 ? falls : rises
  const shape = 0.5 + total / dispersion
  const rate = (0.5 * observed) / total
  const flat = -shape * Math.log(rate + observed / dispersion)
  const terms = new Float64Array((shapes[0] as readonly Ramp[]).length)
  const logCount = Math.log(terms.length)

  for (let r = 0; r < rampLengths.length; r++) {
    const d = rampLengths[r] as number
    const ramps = shapes[r] as readonly Ramp[]
    for (let start = 1; start < length; start++) {
      const past = seen[start] as number
      if (past < before || observed - past < after) continue
      const end = Math.min(start + d, length)
      const restN = observed - (seen[end] as number)
      const restY = total - (sums[end] as number)
      for (let j = 0; j < terms.length; j++) {
        const { weights, logs } = ramps[j] as Ramp
        let exposure = past + restN * (weights[d - 1] as number)
        let score = restY * (logs[d - 1] as number)
        for (let i = start; i < end; i++) {
          const value = values[i] as number
          if (Number.isNaN(value)) continue
          exposure += weights[i - start] as number
          score += value * (logs[i - start] as number)
        }
        terms[j] = score / dispersion - shape * Math.log(rate + exposure / dispersion) - flat
      }
      logBayes[r * length + start] = logSumExp(terms) - logCount
    }
  }
  return { logBayes, observed }
}
