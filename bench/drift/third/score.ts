import { isSideNamed } from "#bench/drift/ownScore"
import { type Figure, scoresOf, share } from "#bench/drift/score"
import { ranged } from "#bench/drift/table"
import type { Verdict } from "#bench/drift/verdicts"

/** From which z on what the signals show together can be demanded, and the weeks by which a cause should be seen. */
const clear = 6
const halfYear = 26

const isMissed = ({ drifting }: Verdict): boolean => !drifting
const ageOf = ({ truth: { onset = 0, lastWeek } }: Verdict): number => lastWeek - onset + 1

/** What the third generator asks that the others do not: what is missed, of which cause, and how much of it was there to see. */
export const thirdScores = (verdicts: readonly Verdict[]) => {
  const drifts = verdicts.filter(({ truth }) => truth.fate === "drift")
  const grown = drifts.filter((one) => ageOf(one) >= halfYear)
  const stood = drifts.filter(({ truth }) => (truth.addsUpTo ?? 0) > clear)
  const found = drifts.filter(({ drifting }) => drifting)
  const sided = (some: readonly Verdict[]) => share(some, ({ truth, finding }) => finding?.firstSide === truth.side)
  const named = (some: readonly Verdict[]) =>
    share(some, ({ truth, finding }) => finding?.causes[0]?.cause === truth.cause)
  const by = (key: (one: Verdict) => string | undefined, some: readonly Verdict[]) =>
    Map.groupBy(some, (one) => key(one) ?? "")
  const { falseAlarms, delay, medianError } = scoresOf(verdicts)
  return {
    partnerships: verdicts.length,
    missed: share(drifts, isMissed),
    missedGrown: share(grown, isMissed),
    missedClear: share(stood, isMissed),
    falseAlarms,
    delay,
    medianError,
    side: sided(found),
    sideNamed: share(found, isSideNamed),
    sideRightly: sided(found.filter(isSideNamed)),
    first: named(found),
    unseen: [...by(({ truth }) => truth.shape?.name, grown)].map(([name, some]) => ({
      name,
      missed: share(some, isMissed),
    })),
    causes: [...by(({ truth }) => truth.cause, drifts)].map(([cause, some]) => {
      const seen = some.filter(({ drifting }) => drifting)
      return {
        cause,
        missed: share(some, isMissed),
        missedGrown: share(
          some.filter((one) => ageOf(one) >= halfYear),
          isMissed,
        ),
        side: sided(seen),
        first: named(seen),
      }
    }),
  }
}

export type ThirdScores = ReturnType<typeof thirdScores>

/** The figures for a terminal. */
export const printed = (of: ThirdScores): string => {
  const line = (name: string, figure: Figure, digits = 2) =>
    `${name.padEnd(46)}${ranged(figure, digits).padEnd(28)}n = ${figure.count}`
  return [
    `${of.partnerships} partnerships`,
    line("missed", of.missed),
    line("missed, onset 26 weeks ago and more", of.missedGrown),
    line("missed where z > 6 adds up", of.missedClear),
    line("false alarms a year", of.falseAlarms, 3),
    line("detection delay, median, weeks", of.delay, 0),
    line("onset error, median, weeks", of.medianError, 0),
    line("first side right", of.side),
    line("  a side named", of.sideNamed),
    line("  rightly, where named", of.sideRightly),
    line("cause named first right", of.first),
    ...of.unseen.map(({ name, missed }) => line(`  missed after 26 weeks: ${name}`, missed)),
    ...of.causes.map(
      ({ cause, missed, missedGrown, side, first }) =>
        `  ${cause.padEnd(24)} missed ${ranged(missed)}, after 26 weeks ${ranged(missedGrown)}, side ${ranged(side)}, cause ${ranged(first)}`,
    ),
    "",
  ].join("\n")
}
