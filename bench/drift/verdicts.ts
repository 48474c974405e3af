import { weekFromNumber, weekNumber } from "#core/time"
import { type Assessment, assessPortfolio } from "#rules/drift"
import type { Case, Truth } from "./world.ts"

/** What a method said about one partnership at the end, and when it raised its hand before. */
export type Verdict = Readonly<{
  truth: Truth
  probability: number
  drifting: boolean
  onset?: Readonly<{ at: number; low: number; high: number }>
  detectedAt?: number
  /** Weeks asked while nothing was wrong, and alarms newly raised in them. */
  calmWeeks: number
  falseAlarms: number
  finding?: Assessment
}>

/** Every month of the last two years the question is asked again, as a workspace would. */
export const asked = { weeks: 104, every: 4 }

/** Is nothing wrong with the partnership in this week? Who never reached the promise is never calm. */
export const isCalm = ({ fate, onset }: Truth, week: number): boolean =>
  fate !== "never-well" && (onset === undefined || week < onset)

/** Keelson's own answer through its public door: at the end, and month by month with what was known then. */
export const keelson = (cases: readonly Case[], isAskedMonthly: boolean): readonly Verdict[] => {
  const subjects = cases.map(({ subject }) => subject)
  const last = (cases[0] as Case).truth.lastWeek
  const final = [...assessPortfolio(subjects, weekFromNumber(last + 1))]
  const tallies = cases.map(() => ({ calmWeeks: 0, falseAlarms: 0, was: false }))
  for (let week = last - asked.weeks; isAskedMonthly && week <= last; week += asked.every) {
    const known = [...assessPortfolio(subjects, weekFromNumber(week + 1))]
    cases.forEach(({ truth }, i) => {
      const { scored, drifting } = known[i] as Assessment
      const tally = tallies[i] as (typeof tallies)[number]
      if (!scored || !isCalm(truth, week)) return
      tally.calmWeeks += asked.every
      if (drifting && !tally.was) tally.falseAlarms++
      tally.was = drifting
    })
  }
  return cases.map(({ truth }, i) => {
    const finding = final[i] as Assessment
    const { onset, detectedOn, probability, drifting } = finding
    const { calmWeeks, falseAlarms } = tallies[i] as (typeof tallies)[number]
    const dated = onset && {
      at: weekNumber(onset.date),
      low: weekNumber(onset.low),
      high: weekNumber(onset.high),
    }
    return {
      truth,
      probability,
      drifting,
      calmWeeks,
      falseAlarms,
      finding,
      ...(dated ? { onset: dated } : {}),
      ...(detectedOn ? { detectedAt: weekNumber(detectedOn) - 1 } : {}),
    }
  })
}
