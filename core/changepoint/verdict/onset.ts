import { type Candidates, candidatesOf, type Evidence } from "#core/changepoint/cost/candidates"
import { fitShapes, rampLengths, rampStrides, rampWeights } from "#core/changepoint/cost/onsetShapes"
import { autocorrelations, longRunFactor } from "#core/stats/autocorrelation"
import { expBelow } from "#core/stats/expBelow"
import { reusable } from "#core/stats/reusable"
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
  /** P(the change began at i | there was one that enough observations speak of): what the evidence rests on. */
  proven: Float64Array
  /** The same over every place, the last observation among them: when it began may lie later than what proves it. */
  posterior: Float64Array
  /** Bands of both. */
  provenBand: Band
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
  const fit = fitOnset(values, options, negligible)
  return fit && posteriorOf(fit, normalEvidence(fit), options.direction === 0 ? 1 : 2)
}

/** The onsets and ramps that are worth weighing, and what the best of them leaves over. */
export type OnsetFit = Readonly<{
  candidates: Candidates
  length: number
  /** The last onset with enough observations from it on to count as evidence; later ones are only dated. */
  lastProven: number
  longRun: number
  /** Number of values that say as much, were they independent. */
  independent: number
  noise: number
}>

/** The onsets and ramps at most so far `behind` the best in log evidence by the normal model. Undefined when none is possible. */
export const fitOnset = (values: Float64Array, options: OnsetOptions, behind: number): OnsetFit | undefined => {
  const { direction, noiseFloor, before = 6, after = 4 } = options
  const fit = fitShapes(values, { direction, noiseFloor, before, after })
  const { observed, strongest, lastProven } = fit
  if (observed < before + after || strongest === 0) return undefined
  const { length } = values
  const residuals = residualsOf(values, fit.start, rampLengths[fit.ramp] as number)
  const longRun = longRunFactor(autocorrelations(residuals, fittedLevels, noiseFloor ** 2))
  const independent = observed / longRun
  const candidates = candidatesOf(fit, length, faintR2(strongest, independent, behind))
  let squares = 0
  for (let i = 0; i < length; i++) {
    const left = residuals[i] as number
    if (!Number.isNaN(left)) squares += left * left
  }
  const noise = Math.max(squares / observed, noiseFloor ** 2)
  return { candidates, length, lastProven, longRun, independent, noise }
}

/** The normal model's evidence of the candidates. */
export const normalEvidence = ({ candidates: { count, explained }, independent }: OnsetFit): Evidence => {
  const logBayes = roomForEvidence(count)
  const logBayesOf = logBayesFactor(independent)
  for (let k = 0; k < count; k++) logBayes[k] = logBayesOf(explained[k] as number)
  return { levels: 1, logBayes }
}

const roomForEvidence = reusable((size) => new Float64Array(size))

/** The log evidence of the best single onset either way, without autocorrelation: no average over onsets exceeds it. O(n x ramps). */
export const mostPossible = (values: Float64Array, noiseFloor: number, before = 6, after = 4): number => {
  const { strongest, observed } = fitShapes(values, { direction: 0, noiseFloor, before, after })
  return logBayesFactor(observed)(strongest)
}

/** How far behind the best, in log evidence, a shape is not worth weighing: all of them together stay below 1e-9. */
const negligible = 28

/** The R^2 from which on a shape is not so far behind the best one; never below 0. */
const faintR2 = (best: number, n: number, behind: number): number =>
  Math.max(0, 1 - Math.expm1((2 * behind) / (n - 1) + Math.log1p(n * (1 - Math.min(best, 1)))) / n)

/** Weeks that a long change may have gone on before a straight line through it begins: it need not have been straight. */
const hiddenWeeks = rampLengths.map((d) => (d < 26 ? 0 : Math.round(d / 5)))

/**
 * Averages the evidence of all onsets, shapes and levels into one answer. `share` is that of the prior which the evidence stands
 * for: 2 where it knows one direction only and half of the prior lies there.
 *
 * The evidence is that of the onsets which enough observations speak of, so one odd last week is none. A fall that is proven
 * may still have begun in the very last weeks, and its date must be able to say so.
 */
export const posteriorOf = (fit: OnsetFit, { levels, logBayes }: Evidence, share: number): OnsetEvidence => {
  const { candidates, length, lastProven, longRun, noise } = fit
  const { count, starts, ramps, prior } = candidates
  let top = Number.NEGATIVE_INFINITY
  let topYoung = Number.NEGATIVE_INFINITY
  for (let k = 0; k < count; k++) {
    const isProven = (starts[k] as number) <= lastProven
    let most = isProven ? top : topYoung
    for (let i = k * levels; i < (k + 1) * levels; i++) if ((logBayes[i] as number) > most) most = logBayes[i] as number
    if (isProven) top = most
    else topYoung = most
  }
  const proven = new Float64Array(length)
  // A fall long past has nothing of note in the last weeks, and most have long passed.
  const isYoung = topYoung > top - negligible
  const later = isYoung ? new Float64Array(length) : proven
  let total = 0
  let [best, bestMass, young, youngMass] = [0, 0, 0, 0]
  for (let k = 0; k < count; k++) {
    const start = starts[k] as number
    const isProven = start <= lastProven
    if (!isProven && !isYoung) continue
    const highest = isProven ? top : topYoung
    let one = 0
    for (let i = k * levels; i < (k + 1) * levels; i++) {
      const behind = (logBayes[i] as number) - highest
      if (behind > -negligible) one += expBelow(behind)
    }
    if (one === 0) continue
    if (isProven && one > bestMass) {
      best = k
      bestMass = one
    } else if (!isProven && one > youngMass) {
      young = k
      youngMass = one
    }
    const r = ramps[k] as number
    const stride = rampStrides[r] as number
    const mass = ((rampWeights[r] as number) * stride * one) / levels
    if (isProven) total += mass
    // The onsets between those looked at are as likely as their neighbours, and those before them that a line would miss.
    const own = start - ((stride - 1) >> 1)
    const from = Math.max(0, own - (hiddenWeeks[r] as number))
    const to = Math.min(own + stride, length)
    const each = mass / (to - from)
    const posterior = isProven ? proven : later
    for (let i = from; i < to; i++) posterior[i] = (posterior[i] as number) + each
  }
  const posterior = isYoung ? mixed(proven, later, top - topYoung) : proven
  for (let t = 0; t < length; t++) proven[t] = (proven[t] as number) / total
  const likely = topYoung + Math.log(youngMass) > top + Math.log(bestMass) ? young : best
  const provenBand = bandOf(proven) as Band
  return {
    logBayes: top + Math.log((share * total) / prior),
    proven,
    posterior,
    provenBand,
    band: isYoung ? (bandOf(posterior) as Band) : provenBand,
    start: starts[likely] as number,
    ramp: rampLengths[ramps[likely] as number] as number,
    longRun,
    noise,
  }
}

/** One distribution from two sets of masses of which the first is worth exp(ahead) times the second. */
const mixed = (first: Float64Array, second: Float64Array, ahead: number): Float64Array => {
  const one = Math.exp(Math.min(0, ahead))
  const other = Math.exp(Math.min(0, -ahead))
  const sums = new Float64Array(first.length)
  let total = 0
  for (let t = 0; t < sums.length; t++) {
    sums[t] = one * (first[t] as number) + other * (second[t] as number)
    total += sums[t] as number
  }
  for (let t = 0; t < sums.length; t++) sums[t] = (sums[t] as number) / total
  return sums
}

/** Levels the best fit has taken out of its residuals: two, and about one more for having been free to choose where. */
const fittedLevels = 3

/** Log evidence of a shape that explains a share r2 of the variance of n values. */
const logBayesFactor = (n: number) => {
  const freedom = (n - 1) / 2
  const reward = ((n - 2) / 2) * Math.log1p(n)
  return (r2: number): number => reward - freedom * Math.log(1 + n * (1 - Math.min(r2, 1)))
}

/** What is left of a series after taking out one level and one movement from `start` over `ramp` steps. Overwritten by the next call. */
export const residualsOf = (values: Float64Array, start: number, ramp: number): Float64Array => {
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
  const residuals = roomForResiduals(values.length).subarray(0, values.length)
  for (let i = 0; i < values.length; i++) residuals[i] = (values[i] as number) - a - b * clip((i - start + 1) / ramp)
  return residuals
}

const roomForResiduals = reusable((size) => new Float64Array(size))

const clip = (x: number): number => (x < 0 ? 0 : Math.min(x, 1))
