import { bandOf } from "#core/changepoint/verdict/band"
import { logAddExp, logSumExp } from "#core/stats/logSumExp"
import { weekFromNumber } from "#core/time"
import type { Change } from "./change.ts"
import type { FirstSide, OnsetDate } from "./finding.ts"

/** P(the partnership drifts), and for each signal P(it belongs to the drift | there is one). */
export type Joined = Readonly<{ probability: number; inclusion: readonly number[] }>

/** Probability of a drift before looking, and shares of the signals a drift may touch. */
const priorDrift = 0.3
const touched = [0.1, 0.3, 0.7]

/**
 * Joins the evidence of all signals: each belongs to the drift with an unknown share r, so a drift explains
 * the data prod((1 - r) + r BF) times better than none, averaged over r. One loud signal is enough, several quiet ones
 * are too, and many silent ones speak against.
 */
export const joinEvidence = (changes: readonly Change[]): Joined => {
  const share = (r: number, change: Change) => 1 / (1 + ((1 - r) / r) * Math.exp(-change.logBayes))
  const logMixed = (r: number, { logBayes }: Change) => logAddExp(Math.log1p(-r), Math.log(r) + logBayes)
  const logs = touched.map((r) => changes.reduce((sum, change) => sum + logMixed(r, change), 0))
  const total = logSumExp(logs)
  const logBayes = total - Math.log(touched.length)
  const inclusion = changes.map((change) =>
    touched.reduce((sum, r, k) => sum + Math.exp((logs[k] as number) - total) * share(r, change), 0),
  )
  return { probability: 1 / (1 + ((1 - priorDrift) / priorDrift) * Math.exp(-logBayes)), inclusion }
}

/** Distribution of a week, from `firstWeek` on. */
export type WeekDistribution = Readonly<{ firstWeek: number; weights: Float64Array }>

/** When the first of several changes began, each dated by its own posterior. Undefined for none. */
export const firstOf = (changes: readonly Change[]): WeekDistribution | undefined => {
  if (changes.length === 0) return undefined
  const firstWeek = Math.min(...changes.map((change) => change.signal.firstWeek))
  const end = Math.max(...changes.map((change) => change.signal.firstWeek + change.onset.length))
  const weights = new Float64Array(end - firstWeek)
  const later = changes.map(() => 1) // P(this change begins after the week), per change
  let none = 1
  for (let i = 0; i < weights.length; i++) {
    changes.forEach((change, k) => {
      later[k] = Math.max(0, (later[k] as number) - (change.onset[firstWeek + i - change.signal.firstWeek] ?? 0))
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

/**
 * Which side's act moved first. What both owe, meetings, answers for both when it moved before either side's own act;
 * other signals of both sides are what follows, and speak only when neither side moved.
 */
export const firstSideOf = (moved: readonly Change[]): FirstSide => {
  const of = (side: string) => firstOf(moved.filter((change) => change.signal.definition.side === side))
  const host = of("host")
  const partner = of("partner")
  if (host === undefined && partner === undefined) {
    return moved.some(({ signal }) => jointActs.has(signal.definition.dimension)) ? "both" : "undetermined"
  }
  const meetings = firstOf(
    moved.filter(({ signal: { definition: it } }) => it.side === "both" && it.dimension === "governance"),
  )
  const leads = (one: WeekDistribution | undefined) => one === undefined || compare(meetings ?? one, one).before > 0.5
  if (meetings !== undefined && leads(host) && leads(partner)) return "both"
  if (partner === undefined) return "host"
  if (host === undefined) return "partner"
  const { before, same } = compare(host, partner)
  if (before > 0.5) return "host"
  if (1 - before - same > 0.5) return "partner"
  return same > 0.5 ? "both" : "undetermined"
}

const jointActs: ReadonlySet<string> = new Set(["governance", "relation"])

export const bandLevel = 0.9

/** A distribution over weeks as a date with its band. */
export const dateOf = ({ firstWeek, weights }: WeekDistribution): OnsetDate | null => {
  const band = bandOf(weights, bandLevel)
  if (band === undefined) return null
  const monday = (index: number) => weekFromNumber(firstWeek + index)
  return { date: monday(band.index), low: monday(band.low), high: monday(band.high), level: bandLevel }
}
