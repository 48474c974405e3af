import { bandOf } from "#core/changepoint/verdict/band"
import { logAddExp, logSumExp } from "#core/stats/logSumExp"
import { weekFromNumber } from "#core/time"
import type { Change } from "./change.ts"
import type { OnsetDate } from "./finding.ts"
import { sharedEvidence, touched } from "./sharedEvidence.ts"

/** P(the partnership drifts), and for each signal P(it belongs to the drift | there is one). */
export type Joined = Readonly<{ probability: number; inclusion: readonly number[] }>

/** Probability of a drift before looking. */
export const priorDrift = 0.4

/**
 * Joins the evidence of all signals. Drift or not is asked of one shared onset (`sharedEvidence`); whether a signal belongs,
 * of its own evidence: with an unknown share r touched, it does with odds r BF / (1 - r), averaged over r.
 */
export const joinEvidence = (changes: readonly Change[]): Joined => {
  if (changes.length === 0) return { probability: 0, inclusion: [] }
  const share = (r: number, change: Change) => 1 / (1 + ((1 - r) / r) * Math.exp(-change.logBayes))
  const logMixed = (r: number, { logBayes }: Change) => logAddExp(Math.log1p(-r), Math.log(r) + logBayes)
  const logs = touched.map((r) => changes.reduce((sum, change) => sum + logMixed(r, change), 0))
  const total = logSumExp(logs)
  const inclusion = changes.map((change) =>
    touched.reduce((sum, r, k) => sum + Math.exp((logs[k] as number) - total) * share(r, change), 0),
  )
  const odds = (priorDrift / (1 - priorDrift)) * Math.exp(Math.min(sharedEvidence(changes), 700))
  return { probability: odds / (1 + odds), inclusion }
}

/** Distribution of a week, from `firstWeek` on. */
export type WeekDistribution = Readonly<{ firstWeek: number; weights: Float64Array }>

/** When the first of several changes began, each dated by its own posterior. Undefined for none. */
export const firstOf = (changes: readonly Change[]): WeekDistribution | undefined =>
  earliest(changes.map(({ signal, onset }) => ({ firstWeek: signal.firstWeek, weights: onset })))

/** The earliest of several weeks that are known as distributions. Undefined for none. */
export const earliest = (weeks: readonly WeekDistribution[]): WeekDistribution | undefined => {
  if (weeks.length === 0) return undefined
  const firstWeek = Math.min(...weeks.map((one) => one.firstWeek))
  const end = Math.max(...weeks.map((one) => one.firstWeek + one.weights.length))
  const weights = new Float64Array(end - firstWeek)
  const later = weeks.map(() => 1) // P(this one comes after the week), for each
  let none = 1
  for (let i = 0; i < weights.length; i++) {
    weeks.forEach((one, k) => {
      later[k] = Math.max(0, (later[k] as number) - (one.weights[firstWeek + i - one.firstWeek] ?? 0))
    })
    const still = later.reduce((product, one) => product * one, 1)
    weights[i] = none - still
    none = still
  }
  return { firstWeek, weights }
}

/** P(a before b) and P(both in the same week). */
export const compare = (a: WeekDistribution, b: WeekDistribution): { before: number; same: number } => {
  let before = 0
  let same = 0
  let bLater = 1
  const start = Math.min(a.firstWeek, b.firstWeek)
  const end = Math.max(a.firstWeek + a.weights.length, b.firstWeek + b.weights.length)
  for (let week = start; week < end; week++) {
    const pa = a.weights[week - a.firstWeek] ?? 0
    const pb = b.weights[week - b.firstWeek] ?? 0
    bLater -= pb
    before += pa * Math.max(0, bLater)
    same += pa * pb
  }
  return { before, same }
}

export const bandLevel = 0.9

/** A distribution over weeks as a date with its band. */
export const dateOf = ({ firstWeek, weights }: WeekDistribution): OnsetDate | null => {
  const band = bandOf(weights, bandLevel)
  if (band === undefined) return null
  const monday = (index: number) => weekFromNumber(firstWeek + index)
  return { date: monday(band.index), low: monday(band.low), high: monday(band.high), level: bandLevel }
}
