import { fitShapes, rampLengths, rampWeights } from "#core/changepoint/cost/onsetShapes"
import { autocorrelations, longRunFactor } from "#core/stats/autocorrelation"
import { type Band, bandOf } from "./band.ts"

/** Settings of the onset question. */
export type OnsetOptions = Readonly<{
  /** Which way counts as a change: -1 a fall, 1 a rise, 0 either. */
  direction: -1 | 0 | 1
  /** Least noise sd on the scale of the values. */
  noiseFloor: number
  /** Observations needed before the onset and from it on. */
  before?: number
  after?: number
}>

/** The answer: evidence for one change against none, when it began, and how it looks. */
export type OnsetEvidence = Readonly<{
  /** Log of (evidence of a change, averaged over onsets and shapes) / (evidence of no change). */
  logBayes: number
  /** P(the change began at i | there was one). */
  posterior: Float64Array
  band: Band
  /** Most probable shape: first index and length. */
  start: number
  ramp: number
  /** By how much autocorrelation widened the answer. */
  longRun: number
  /** Variance of what the best fit leaves over, on the scale of the values. */
  noise: number
}>

/**
 * When did a change begin? Posterior of the onset, averaged over a step and ramps of six lengths.
 *
 * y = a + b clip((i - t + 1)/d, 0, 1) + noise, with a, b and the noise integrated in closed form under Zellner's
 * g-prior with g = n (Liang et al. 2008): log BF = (n-2)/2 log(1+g) - (n-1)/2 log(1 + g(1-R^2)). It does not change
 * when the series is shifted or scaled. Autocorrelation of the residuals of the best fit divides n by the long-run
 * factor, which widens the band and lowers the certainty. A segment detector dates a slow decline half its
 * length too late; averaging over ramps does not. O(n x ramps). Undefined when no onset is possible.
 */
export const onsetOf = (values: Float64Array, options: OnsetOptions): OnsetEvidence | undefined => {
  const { direction, noiseFloor, before = 6, after = 4 } = options
  const fit = fitShapes(values, noiseFloor, before, after)
  if (fit.observed < before + after) return undefined
  const best = strongestAt(fit.signedR2, direction)
  if (best < 0) return undefined
  const length = values.length
  const start = best % length
  const residuals = residualsOf(values, start, rampLengths[(best - start) / length] as number)
  const longRun = longRunFactor(autocorrelations(residuals, fittedLevels))
  const independent = fit.observed / longRun
  const logBayes = new Float64Array(fit.signedR2.length).fill(Number.NEGATIVE_INFINITY)
  for (let i = 0; i < logBayes.length; i++) {
    const signed = fit.signedR2[i] as number
    if (signed === 0) continue // not a possible onset
    // Half of the prior lies in the direction asked for; the other half says nothing here.
    logBayes[i] = signed * direction < 0 ? againstDirection : logBayesFactor(Math.abs(signed), independent)
  }
  let squares = 0
  for (const left of residuals) if (!Number.isNaN(left)) squares += left * left
  const noise = Math.max(squares / fit.observed, noiseFloor ** 2)
  return posteriorOf(logBayes, length, { longRun, noise }, direction === 0 ? 1 : 2)
}

/** The log evidence of the best single onset either way, without autocorrelation: no average over onsets exceeds it. O(n x ramps). */
export const mostPossible = (values: Float64Array, noiseFloor: number, before = 6, after = 4): number => {
  const { strongest, observed } = fitShapes(values, noiseFloor, before, after)
  return logBayesFactor(strongest, observed)
}

/** Evidence left for a change that goes the other way: next to none, but its place counts in the average. */
const againstDirection = -700

/** Relative to the best shape, log evidence that is lost in the rounding of the sum. */
const negligible = -40

/** Averages log Bayes factors laid out as ramp * length + onset into one answer. Undefined when no onset is possible. */
export const posteriorOf = (
  logBayes: Float64Array,
  length: number,
  { longRun, noise }: Readonly<{ longRun: number; noise: number }>,
  share = 1,
): OnsetEvidence | undefined => {
  let best = -1
  let top = Number.NEGATIVE_INFINITY
  for (let i = 0; i < logBayes.length; i++) {
    if ((logBayes[i] as number) <= top) continue
    best = i
    top = logBayes[i] as number
  }
  if (best < 0) return undefined
  const posterior = new Float64Array(length)
  let prior = 0
  let total = 0
  for (let r = 0; r < rampLengths.length; r++) {
    const weight = rampWeights[r] as number
    for (let t = 0; t < length; t++) {
      const evidence = logBayes[r * length + t] as number
      if (evidence === Number.NEGATIVE_INFINITY) continue
      prior += weight
      if (evidence - top < negligible) continue
      const mass = weight * Math.exp(evidence - top)
      posterior[t] = (posterior[t] as number) + mass
      total += mass
    }
  }
  for (let t = 0; t < length; t++) posterior[t] = (posterior[t] as number) / total
  const start = best % length
  const ramp = rampLengths[(best - start) / length] as number
  const band = bandOf(posterior) as Band
  return { logBayes: top + Math.log((share * total) / prior), posterior, band, start, ramp, longRun, noise }
}

/** Levels the best fit has taken out of its residuals: two, and about one more for having been free to choose where. */
const fittedLevels = 3

const logBayesFactor = (r2: number, n: number): number =>
  ((n - 2) / 2) * Math.log1p(n) - ((n - 1) / 2) * Math.log1p(n * (1 - Math.min(r2, 1)))

const strongestAt = (signedR2: Float64Array, direction: number): number => {
  let best = -1
  let top = 0
  for (let i = 0; i < signedR2.length; i++) {
    const signed = signedR2[i] as number
    const size = direction === 0 ? Math.abs(signed) : signed * direction
    if (size > top) {
      top = size
      best = i
    }
  }
  return best
}

/** What is left of a series after taking out one level and one movement from `start` over `ramp` steps. */
const residualsOf = (values: Float64Array, start: number, ramp: number): Float64Array => {
  let n = 0
  let s1 = 0
  let s2 = 0
  let y1 = 0
  let sy = 0
  for (let i = 0; i < values.length; i++) {
    const y = values[i] as number
    if (Number.isNaN(y)) continue
    const s = clip((i - start + 1) / ramp)
    n++
    s1 += s
    s2 += s * s
    y1 += y
    sy += s * y
  }
  const b = (sy - (s1 * y1) / n) / (s2 - (s1 * s1) / n)
  const a = (y1 - b * s1) / n
  return values.map((y, i) => y - a - b * clip((i - start + 1) / ramp))
}

const clip = (x: number): number => (x < 0 ? 0 : Math.min(x, 1))
