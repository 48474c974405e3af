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

export const share = <T>(from: readonly T[], is: (one: T) => boolean): Figure =>
  figure(from, (of) => of.filter(is).length / of.length)

/** Value below which a share of them lies. */
export const quantile = (values: readonly number[], at: number): number =>
  [...values].sort((a, b) => a - b)[Math.round(at * (values.length - 1))] ?? Number.NaN

const perYear = (of: readonly Verdict[]): number =>
  of.reduce((sum, one) => sum + one.falseAlarms, 0) / (of.reduce((sum, one) => sum + one.calmWeeks, 0) / 52.18)

const deepLoss = 0.4

/** What every method is asked. */
export const scoresOf = (verdicts: readonly Verdict[]) => {
  const drifts = verdicts.filter(({ truth }) => truth.fate === "drift")
  const deep = drifts.filter(({ truth }) => (truth.loss ?? 0) >= deepLoss)
  const found = drifts.filter(({ drifting, onset }) => drifting && onset !== undefined)
  const errors = (of: readonly Verdict[]) => of.map((one) => Math.abs((one.onset?.at ?? 0) - (one.truth.onset ?? 0)))
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

/** What only Keelson answers. */
export const ownScores = (verdicts: readonly Verdict[]) => {
  const found = verdicts.filter(({ truth, onset }) => truth.fate === "drift" && onset !== undefined)
  const covers = ({ onset, truth }: Verdict) =>
    onset !== undefined && onset.low <= (truth.onset ?? 0) && (truth.onset ?? 0) <= onset.high
  const of = (is: (one: Verdict) => boolean) => {
    const some = found.filter(is)
    return {
      cover: share(some, covers),
      error: figure(some, (all) =>
        quantile(
          all.map((one) => Math.abs((one.onset?.at ?? 0) - (one.truth.onset ?? 0))),
          0.5,
        ),
      ),
    }
  }
  const shape = (name: string, low = 0, high = 99) =>
    of(({ truth }) => truth.shape?.name === name && truth.shape.weeks >= low && truth.shape.weeks <= high)
  const sided = found.filter(({ truth }) => truth.side !== "undetermined")
  const rank = ({ finding, truth }: Verdict) => finding?.causes.findIndex(({ cause }) => cause === truth.cause) ?? -1
  const hit = verdicts.filter(({ truth }) => truth.fate === "market")
  const amended = verdicts.filter(({ truth }) => truth.fate === "amended")
  return {
    shapes: {
      steps: shape("step"),
      "ramps to 26 weeks": shape("ramp", 0, 26),
      "ramps over 26 weeks": shape("ramp", 27),
      "step and ramp": shape("mixed"),
      "autocorrelation .5 and more": of(({ truth }) => truth.sluggish >= 0.5),
    },
    side: share(sided, ({ finding, truth }) => finding?.firstSide === truth.side),
    first: share(found, (one) => rank(one) === 0),
    third: share(found, (one) => rank(one) >= 0 && rank(one) < 3),
    market: share(hit, ({ drifting }) => drifting),
    amended: share(amended, ({ drifting }) => drifting),
    causes: [...new Set(found.map(({ truth }) => truth.cause as string))].map((cause) => ({
      cause,
      recall: share(
        verdicts.filter(({ truth }) => truth.cause === cause),
        ({ drifting }) => drifting,
      ),
      first: share(
        found.filter(({ truth }) => truth.cause === cause),
        (one) => rank(one) === 0,
      ),
    })),
  }
}
