import { gaussianCost } from "#core/changepoint/cost/gaussian"
import type { SegmentCost } from "#core/changepoint/cost/segmentCost"
import { bestPath } from "#core/changepoint/search/bestPath"
import { forwardBackward, type Posterior } from "#core/changepoint/search/forwardBackward"
import { refine } from "#core/changepoint/search/refine"
import { tabulated, thinned } from "#core/changepoint/search/thinned"
import { logSumExp } from "#core/stats/logSumExp"
import { shortSpanNoise } from "#core/stats/shortSpanNoise"

/** Settings of a segmentation; the defaults are meant to be kept. */
export type SegmentOptions = Readonly<{
  /** Expected number of changes in the whole series. */
  expectedChanges?: number
  /** Noise sd as fractions of the total sd, integrated with equal weight. The smallest is the floor. */
  noiseFractions?: readonly number[]
  /** Prior sd of a level, and of the change along a segment, in total sds. */
  spread?: number
  minLength?: number
  linear?: boolean
}>

/** First observations of new segments, P(a segment starts at i) for every i, and P(at least one change). */
export type Segmentation = Readonly<{ points: readonly number[]; probabilities: Float64Array; probability: number }>

/**
 * Where does a series change, and how sure are we? Exact Bayesian segmentation into constant or straight pieces.
 *
 * Two floors keep real series from being cut to pieces: a fixed share of the total sd, and the noise that comes and goes
 * within a small share of the series (`shortSpanNoise`). Several series of equal length are segmented together, their
 * evidence added. NaN is missing. Exact in place up to 250 values; above, changes are searched at every k-th place and then moved
 * to their best one, so time grows with the square of 2000 places at most, and linearly beyond.
 */
export const segment = (series: readonly ArrayLike<number>[], options: SegmentOptions = {}): Segmentation => {
  const { expectedChanges, noiseFractions, spread, minLength, linear } = { ...defaults, ...options }
  const length = series[0]?.length ?? 0
  const live = series.map(moments).filter((one) => one.deviation > 0)
  if (live.length === 0 || length < 2 * minLength) {
    return { points: [], probabilities: new Float64Array(length), probability: 0 }
  }
  const costs = noiseFractions.map((fraction) =>
    sumOf(
      live.map(({ values, mean, deviation, noise }) =>
        gaussianCost(values, {
          noise: Math.max(fraction, noise) * deviation,
          centre: mean,
          spread: spread * deviation,
          linear,
        }),
      ),
    ),
  )
  const search = (cost: SegmentCost, places: number): Found => {
    const step = Math.ceil(length / places)
    const shortest = Math.ceil(minLength / step)
    const kept = tabulated(thinned(cost, step), shortest)
    const logHazard = Math.log((expectedChanges * step) / length)
    const posterior = forwardBackward(kept, logHazard, shortest)
    return { cost, step, posterior, best: () => bestPath(kept, logHazard, shortest).points }
  }
  const weighed = costs.map((cost) => search(cost, weighingPlaces).posterior.logEvidence)
  const top = Math.max(...weighed)
  const places = Math.max(leastPlaces, Math.min(mostPlaces, Math.floor(length / 10)))
  const likely = costs.filter((_, i) => (weighed[i] as number) > top - negligible)
  let points: readonly number[] = []
  let best = Number.NEGATIVE_INFINITY
  const found = likely.map((cost) => {
    const one = search(cost, places)
    if (one.posterior.logEvidence > best) {
      best = one.posterior.logEvidence
      points = refine(
        cost,
        one.best().map((at) => at * one.step),
        one.step,
        minLength,
        Math.log(expectedChanges / length),
      )
    }
    return one
  })
  return { points, ...average(found, points, length) }
}

type Found = Readonly<{ cost: SegmentCost; step: number; posterior: Posterior; best: () => readonly number[] }>

/** Places at which changes are searched: to weigh the noise levels, and for the answer. Log weight not worth following. */
const weighingPlaces = 80
const leastPlaces = 250
const mostPlaces = 2000
const negligible = 4

export const defaults: Required<SegmentOptions> = {
  expectedChanges: 0.5,
  noiseFractions: [0.35, 0.5, 0.7, 1],
  spread: 1.5,
  minLength: 3,
  linear: true,
}

/** Noise levels averaged by their evidence; the weight of a coarse place lies on the point found near it, else on the place. */
const average = (found: readonly Found[], points: readonly number[], length: number) => {
  const total = logSumExp(found.map(({ posterior }) => posterior.logEvidence))
  const probabilities = new Float64Array(length)
  for (const { step, posterior } of found) {
    const weight = Math.exp(posterior.logEvidence - total)
    const homes = nearest(points, step, length)
    posterior.probabilities.forEach((probability, i) => {
      const at = homes[i] as number
      probabilities[at] = Math.min(1, (probabilities[at] as number) + weight * probability)
    })
  }
  return { probabilities, probability: 1 - Math.exp(logSumExp(found.map((one) => one.posterior.logNoChange)) - total) }
}

/** Where the weight of every coarse place goes. */
const nearest = (points: readonly number[], step: number, length: number): Int32Array => {
  const homes = Int32Array.from({ length: Math.ceil(length / step) }, (_, i) => i * step)
  if (step === 1) return homes
  for (const point of points) homes[Math.min(homes.length - 1, Math.round(point / step))] = point
  return homes
}

const moments = (values: ArrayLike<number>) => {
  const present = Array.from(values).filter((value) => !Number.isNaN(value))
  const mean = present.reduce((a, b) => a + b, 0) / Math.max(1, present.length)
  const square = present.reduce((a, b) => a + (b - mean) ** 2, 0) / Math.max(1, present.length)
  return { values, mean, deviation: Math.sqrt(square), noise: shortSpanNoise(values, square) }
}

const sumOf = (costs: readonly SegmentCost[]): SegmentCost => {
  const [first, ...others] = costs as [SegmentCost, ...SegmentCost[]]
  if (others.length === 0) return first
  const { length } = first
  const own = new Float64Array(length + 1)
  return {
    length,
    logEvidence: (start, end) => costs.reduce((sum, cost) => sum + cost.logEvidence(start, end), 0),
    logEvidences: (last, stride, end, row) => {
      first.logEvidences(last, stride, end, row)
      for (const other of others) {
        other.logEvidences(last, stride, end, own)
        for (let k = 0; k <= last; k++) row[k] = (row[k] as number) + (own[k] as number)
      }
    },
  }
}
