import { gaussianCost } from "#core/changepoint/cost/gaussian"
import type { SegmentCost } from "#core/changepoint/cost/segmentCost"
import { bestPath } from "#core/changepoint/search/bestPath"
import { forwardBackward, type Posterior } from "#core/changepoint/search/forwardBackward"
import { logSumExp } from "#core/stats/logSumExp"

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
 * The noise floor, a fixed share of the total sd, is what keeps real (autocorrelated, seasonal) series from being cut
 * to pieces. Several series of equal length are segmented together, their evidence added. NaN is missing.
 * O(n^2 x noise levels) per series.
 */
export const segment = (series: readonly ArrayLike<number>[], options: SegmentOptions = {}): Segmentation => {
  const { expectedChanges, noiseFractions, spread, minLength, linear } = { ...defaults, ...options }
  const length = series[0]?.length ?? 0
  const live = series.map(moments).filter((one) => one.deviation > 0)
  if (live.length === 0 || length < 2 * minLength) {
    return { points: [], probabilities: new Float64Array(length), probability: 0 }
  }
  const logHazard = Math.log(expectedChanges / length)
  const costs = noiseFractions.map((fraction) =>
    sumOf(
      live.map(({ values, mean, deviation }) =>
        gaussianCost(values, { noise: fraction * deviation, centre: mean, spread: spread * deviation, linear }),
      ),
    ),
  )
  const posteriors = costs.map((cost) => forwardBackward(cost, logHazard, minLength))
  const best = posteriors.reduce((a, b, i) => (b.logEvidence > (posteriors[a] as Posterior).logEvidence ? i : a), 0)
  const { points } = bestPath(costs[best] as SegmentCost, logHazard, minLength)
  return { points, ...average(posteriors, length) }
}

export const defaults: Required<SegmentOptions> = {
  expectedChanges: 0.5,
  noiseFractions: [0.35, 0.5, 0.7, 1],
  spread: 1.5,
  minLength: 3,
  linear: true,
}

const average = (posteriors: readonly Posterior[], length: number) => {
  const total = logSumExp(posteriors.map((one) => one.logEvidence))
  const probabilities = new Float64Array(length)
  for (const one of posteriors) {
    const weight = Math.exp(one.logEvidence - total)
    for (let i = 0; i < length; i++)
      probabilities[i] = (probabilities[i] as number) + weight * (one.probabilities[i] as number)
  }
  return { probabilities, probability: 1 - Math.exp(logSumExp(posteriors.map((one) => one.logNoChange)) - total) }
}

const moments = (values: ArrayLike<number>) => {
  const present = Array.from(values).filter((value) => !Number.isNaN(value))
  const mean = present.reduce((a, b) => a + b, 0) / Math.max(1, present.length)
  const square = present.reduce((a, b) => a + (b - mean) ** 2, 0) / Math.max(1, present.length)
  return { values, mean, deviation: Math.sqrt(square) }
}

const sumOf = (costs: readonly SegmentCost[]): SegmentCost =>
  costs.length === 1
    ? (costs[0] as SegmentCost)
    : {
        length: (costs[0] as SegmentCost).length,
        logEvidence: (start, end) => costs.reduce((sum, cost) => sum + cost.logEvidence(start, end), 0),
      }
