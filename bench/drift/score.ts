import { chanceFrom } from "./chance.ts"
import type { Verdict } from "./verdicts.ts"

/** A figure with its 95 % confidence interval and what it rests on. */
export type Figure = Readonly<{ value: number; low: number; high: number; count: number }>

/** Any statistic with a bootstrap interval over partnerships (400 redraws, seeded). */
export const figure = <T>(from: readonly T[], statistic: (of: readonly T[]) => number): Figure => {
  const chance = chanceFrom(1)
  const draws = Array.from({ length: 400 }, () => statistic(from.map(() => chance.pick(from))))
    .filter((one) => !Number.isNaN(one))
    .sort((a, b) => a - b)
  const at = (share: number) => draws[Math.round(share * (draws.length - 1))] ?? Number.NaN
  return { value: statistic(from), low: at(0.025), high: at(0.975), count: from.length }
}

/** A share with Wilson's 95 % interval, which stays honest where all or none are. */
export const share = <T>(from: readonly T[], is: (one: T) => boolean): Figure => {
  const count = from.length
  const value = from.filter(is).length / count
  const z = 1.96
  const centre = (value + z ** 2 / (2 * count)) / (1 + z ** 2 / count)
  const reach = (z / (1 + z ** 2 / count)) * Math.sqrt((value * (1 - value)) / count + (z / (2 * count)) ** 2)
  return { value, low: Math.max(0, centre - reach), high: Math.min(1, centre + reach), count }
}

/** Value below which a share of them lies. */
export const quantile = (values: readonly number[], at: number): number =>
  [...values].sort((a, b) => a - b)[Math.round(at * (values.length - 1))] ?? Number.NaN

/** Alarms newly raised in a row of weeks: one that stays is one. */
export const alarmsIn = (said: readonly number[], level: number): number =>
  said.filter((one, i) => one >= level && !((said[i - 1] ?? Number.NEGATIVE_INFINITY) >= level)).length

const perYear = (of: readonly Verdict[]): number =>
  of.reduce((sum, one) => sum + one.falseAlarms, 0) / (of.reduce((sum, one) => sum + one.calmWeeks, 0) / 52.18)

const deepLoss = 0.4

/** Weeks by which the onset is dated late; early is negative. */
export const signedError = ({ onset, truth }: Verdict): number => (onset?.at ?? 0) - (truth.onset ?? 0)

/** What every method is asked. */
export const scoresOf = (verdicts: readonly Verdict[]) => {
  const drifts = verdicts.filter(({ truth }) => truth.fate === "drift")
  const deep = drifts.filter(({ truth }) => (truth.loss ?? 0) >= deepLoss)
  const found = drifts.filter(({ drifting, onset }) => drifting && onset !== undefined)
  const errors = (of: readonly Verdict[]) => of.map((one) => Math.abs(signedError(one)))
  const delays = found.filter(({ detectedAt }) => detectedAt !== undefined)
  const leads = delays.filter(({ truth }) => truth.revenueFrom !== undefined)
  const judged = verdicts.filter(({ truth }) => truth.fate !== "never-well")
  return {
    recall: share(deep, ({ drifting }) => drifting),
    falseAlarms: figure(
      verdicts.filter(({ calmWeeks }) => calmWeeks > 0),
      perYear,
    ),
    medianError: figure(found, (of) => quantile(errors(of), 0.5)),
    worstError: figure(found, (of) => quantile(errors(of), 0.9)),
    delay: figure(delays, (of) =>
      quantile(
        of.map((one) => (one.detectedAt ?? 0) - (one.truth.onset ?? 0)),
        0.5,
      ),
    ),
    lead: figure(leads, (of) =>
      quantile(
        of.map((one) => (one.truth.revenueFrom ?? 0) - (one.detectedAt ?? 0)),
        0.5,
      ),
    ),
    brier: figure(
      judged,
      (of) =>
        of.reduce((sum, one) => sum + (one.probability - (one.truth.fate === "drift" ? 1 : 0)) ** 2, 0) / of.length,
    ),
  }
}
