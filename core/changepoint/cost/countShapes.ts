import { logSumExp } from "#core/stats/logSumExp"
import { rampLengths } from "./onsetShapes.ts"

/** Levels after the change as shares of the level before, for a fall and for a rise. */
const fallsTo = [0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8]
const risesTo = [1.25, 1.5, 2, 3, 5, 8]

/** For each ramp length the logarithms of the shares, step by step and at each step level by level. */
const logShares = (ratios: readonly number[]): readonly Float64Array[] =>
  rampLengths.map((d) =>
    Float64Array.from({ length: d * ratios.length }, (_, at) => {
      const step = Math.floor(at / ratios.length) + 1
      return Math.log(1 - ((1 - (ratios[at % ratios.length] as number)) * step) / d)
    }),
  )

const falls = { ratios: fallsTo, logs: logShares(fallsTo) }
const rises = { ratios: risesTo, logs: logShares(risesTo) }

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
  const places = new Float64Array(length + 1)
  const sums = new Float64Array(length + 1)
  for (let i = 0; i < length; i++) {
    const value = values[i] as number
    const isSeen = !Number.isNaN(value)
    seen[i + 1] = (seen[i] as number) + (isSeen ? 1 : 0)
    places[i + 1] = (places[i] as number) + (isSeen ? i : 0)
    sums[i + 1] = (sums[i] as number) + (isSeen ? value : 0)
  }
  const observed = seen[length] as number
  const total = sums[length] as number
  const logBayes = new Float64Array(rampLengths.length * length).fill(Number.NEGATIVE_INFINITY)
  if (total === 0) return { logBayes, observed }
  const { ratios, logs } = direction < 0 ? falls : rises
  const levels = ratios.length
  const shape = 0.5 + total / dispersion
  const rate = (0.5 * observed) / total
  const flat = -shape * Math.log(rate + observed / dispersion)
  const logLevels = Math.log(levels)
  const scores = new Float64Array(levels)
  const terms = new Float64Array(levels)

  for (let r = 0; r < rampLengths.length; r++) {
    const d = rampLengths[r] as number
    const steps = logs[r] as Float64Array
    for (let start = 1; start < length; start++) {
      const past = seen[start] as number
      if (past < before || observed - past < after) continue
      const end = Math.min(start + d, length)
      const rampN = (seen[end] as number) - past
      const rampT = (places[end] as number) - (places[start] as number)
      // Weeks the change has come to, those of the ramp in part: sum w = observed - (1 - q) moved.
      const moved = (rampT - (start - 1) * rampN) / d + observed - (seen[end] as number)
      const restY = total - (sums[end] as number)
      for (let j = 0; j < levels; j++) scores[j] = restY * (steps[(d - 1) * levels + j] as number)
      for (let i = start; i < end; i++) {
        const value = values[i] as number
        if (!(value > 0)) continue // neither a missing value nor none adds to the score
        const step = (i - start) * levels
        for (let j = 0; j < levels; j++) scores[j] = (scores[j] as number) + value * (steps[step + j] as number)
      }
      for (let j = 0; j < levels; j++) {
        const exposure = observed - (1 - (ratios[j] as number)) * moved
        terms[j] = (scores[j] as number) / dispersion - shape * Math.log(rate + exposure / dispersion) - flat
      }
      logBayes[r * length + start] = logSumExp(terms) - logLevels
    }
  }
  return { logBayes, observed }
}
