import type { Id } from "#core/ids"
import { periodEnd } from "#core/periods"
import type { PlainDate } from "#core/time"
import { addDays, daysBetween } from "#core/time"
import { findSignal } from "#rules/metrics"

export * from "./rules/versions.ts"

export const objectiveCategories = [
  "revenue",
  "pipeline",
  "market_access",
  "technical_capability",
  "enablement",
  "customer_outcome",
] as const
export type ObjectiveCategory = (typeof objectiveCategories)[number]

/** How a result is expected to grow from nothing to its target over the objective's term. */
export const ramps = ["linear", "s_curve", "quarterly_steps"] as const
export type Ramp = (typeof ramps)[number]

/**
 * How the new figure of a change is meant: at its pace from a day on, so that what was expected until then stays; or as what is to be
 * reached in the end, the days before included.
 */
export const targetReadings = ["rate", "total"] as const
export type TargetReading = (typeof targetReadings)[number]

/** A signed goal: how much of what, by when, along which curve. */
export type Objective = Readonly<{
  id: Id
  metric: string
  unit: string
  target: number
  startsOn: PlainDate
  endsOn: PlainDate
  ramp: Ramp
  /** Of one that was changed: the day from which it counts, how its figure is read, and what counted until then. */
  validFrom?: PlainDate | null
  reading?: TargetReading | null
  before?: Objective | undefined
}>

/** What was measured for a period that starts on a day. */
export type Measured = Readonly<{ metric: string; periodStart: PlainDate; periodDays: number; value: number }>

type CurvePoint = Readonly<{ on: PlainDate; target: number; actual: number | null }>

/** Actual against the curve on a day. `undefined` where there is nothing to go by: shown as "not scored". */
type Attainment = Readonly<{ actual: number | undefined; expected: number; ratio: number | undefined }>

/** Steepness of the s-curve: a tenth of the target after the first quarter of the term. */
const steepness = 8

const logistic = (share: number): number => 1 / (1 + Math.exp(-steepness * (share - 0.5)))

/**
 * The share of the target expected once `share` of the term is over, both 0 to 1. Linear; the logistic curve moved and
 * stretched so that it begins at exactly 0 and ends at exactly 1; or nothing until a quarter of the term is full.
 */
const shapes: Readonly<Record<Exclude<Ramp, "quarterly_steps">, (share: number) => number>> = {
  linear: (share) => share,
  s_curve: (share) => (logistic(share) - logistic(0)) / (logistic(1) - logistic(0)),
}

/**
 * What was signed expects at the end of that day. Where the goal was changed, the curve of before holds until the day of the change and is
 * never measured anew: from then on a new rate adds what its own curve adds, and a new total is approached from what was expected by then.
 */
export const expectedOn = (objective: Objective, date: PlainDate): number => {
  const { before, validFrom, reading, target } = objective
  if (before === undefined || validFrom == null) return curveAt(objective, date)
  if (date < validFrom) return expectedOn(before, date)
  if (isHeldLevel(objective)) return curveAt(objective, date)
  const lastDay = addDays(validFrom, -1)
  const [carried, skipped, now] = [expectedOn(before, lastDay), curveAt(objective, lastDay), curveAt(objective, date)]
  if (reading === "rate") return carried + now - skipped
  return skipped >= target ? target : carried + ((target - carried) * (now - skipped)) / (target - skipped)
}

/** The curve as if it had been signed so from its first day: 0 before the term, the target from its last day on. */
const curveAt = (objective: Objective, date: PlainDate): number => {
  const { startsOn, endsOn, target, ramp } = objective
  if (date < startsOn) return 0
  if (date >= endsOn) return target
  if (isHeldLevel(objective)) return target
  if (ramp === "quarterly_steps") return target * (fullQuarters(startsOn, date) / quartersOf(startsOn, endsOn))
  return target * shapes[ramp]((daysBetween(startsOn, date) + 1) / (daysBetween(startsOn, endsOn) + 1))
}

/** A changed goal that measures something else is another goal, and nothing of the one before is carried on. */
export const isSameGoal = (one: Measures, other: Measures): boolean =>
  one.metric === other.metric && one.unit === other.unit && (one.partyId ?? null) === (other.partyId ?? null)

type Measures = Pick<Objective, "metric" | "unit"> & Readonly<{ partyId?: Id | null | undefined }>

type Changed = Measures & Pick<Objective, "target"> & Readonly<{ reading?: TargetReading | null | undefined }>

/** A new figure of what adds up can be meant in two ways, and whoever changes it says which. A level is a level. */
export const isReadingOpen = (before: Changed, after: Changed): boolean =>
  before.target !== after.target && after.reading == null && isSameGoal(before, after) && !isLevel(after)

/** Three calendar months from the first day make a quarter, full on the day before the next one begins. */
const fullQuarters = (startsOn: PlainDate, date: PlainDate): number => {
  let full = 0
  while (periodEnd(startsOn, 3 * (full + 1)) <= date) full++
  return full
}

const quartersOf = (startsOn: PlainDate, endsOn: PlainDate): number => {
  let quarters = 1
  while (periodEnd(startsOn, 3 * quarters) < endsOn) quarters++
  return quarters
}

const levelUnits = /^(%|percent|points?|score|hours?|days?|level|rank)$/i

/** Levels, shares and times are read off; counts and amounts add up over the term. */
export const isLevel = ({ metric, unit }: Pick<Objective, "metric" | "unit">): boolean => {
  const kind = findSignal(metric)?.kind
  return kind === undefined ? levelUnits.test(unit.trim()) : kind !== "count" && kind !== "amount"
}

/** "Answer within 48 hours": less is better, so the target holds from the first day. */
const isHeldLevel = (objective: Objective): boolean =>
  isLevel(objective) && findSignal(objective.metric)?.worse === "higher"

/** What was reached up to and including that day; undefined when nothing was measured. */
export const actualOn = (objective: Objective, measured: readonly Measured[], date: PlainDate): number | undefined => {
  const known = measured.filter(
    ({ periodStart, periodDays }) => periodStart >= objective.startsOn && addDays(periodStart, periodDays - 1) <= date,
  )
  if (known.length === 0) return undefined
  if (!isLevel(objective)) return known.reduce((sum, { value }) => sum + value, 0)
  const latest = known.reduce((last, each) => (each.periodStart > last.periodStart ? each : last)).periodStart
  const values = known.filter(({ periodStart }) => periodStart === latest).map(({ value }) => value)
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Actual against the curve. The ratio is 1 when exactly on the curve and undefined before anything is expected or known. */
export const attainmentOn = (objective: Objective, measured: readonly Measured[], date: PlainDate): Attainment => {
  const actual = actualOn(objective, measured, date < objective.endsOn ? date : objective.endsOn)
  const expected = expectedOn(objective, date)
  if (actual === undefined || expected === 0) return { actual, expected, ratio: undefined }
  if (!isHeldLevel(objective)) return { actual, expected, ratio: actual / expected }
  return { actual, expected, ratio: actual === 0 ? undefined : expected / actual }
}

/** It and what counted before it, the latest first. */
const versionsOf = (objective: Objective): readonly Objective[] =>
  objective.before === undefined ? [objective] : [objective, ...versionsOf(objective.before)]

/** The curve to draw: the first day, each month's end, the last day before each change, the day itself and the last day. Nothing is reached in the future. */
export const curveOf = (objective: Objective, measured: readonly Measured[], today: PlainDate): CurvePoint[] => {
  const { startsOn, endsOn } = objective
  const days = new Set([startsOn, endsOn])
  for (const { validFrom } of versionsOf(objective))
    if (validFrom != null && validFrom > startsOn && validFrom <= endsOn) days.add(addDays(validFrom, -1))
  if (today > startsOn && today < endsOn) days.add(today)
  const maxMonths = 120
  for (let month = 1; month <= maxMonths; month++) {
    const end = periodEnd(startsOn, month)
    if (end >= endsOn) break
    days.add(end)
  }
  return [...days].sort().map((on) => ({
    on,
    target: expectedOn(objective, on),
    actual: on > today ? null : (actualOn(objective, measured, on) ?? null),
  }))
}
