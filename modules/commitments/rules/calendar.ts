import {
  type CalendarCadence,
  type CoveredPeriod,
  coveredPeriods,
  isCalendarCadence,
  isWhole,
  type PartialReading,
  type PeriodKind,
  shareOf,
} from "#core/duePeriods"
import { periodEnd } from "#core/periods"
import type { PlainDate } from "#core/time"
import { addDays, addMonths, daysBetween } from "#core/time"
import type { IsWorkday } from "#core/workdays"
import { nextWorkday } from "#core/workdays"
import type { Cadence, OccurrenceState } from "./states.ts"

/** When a commitment falls due: its term and its rhythm, which counts from the first due day where that is known. */
export type Rhythm = Readonly<{
  cadence: Cadence
  startsOn: PlainDate
  endsOn?: PlainDate | null | undefined
  firstDueOn?: PlainDate | null | undefined
  /** Its own periods where nothing is said. */
  periods?: PeriodKind | null | undefined
  /** Of calendar periods, what a part of one asks for. */
  partial?: PartialReading | null | undefined
  amount?: number | null | undefined
  unit?: string | null | undefined
  /** What both said that the part at the beginning, and that at the end, asks for. */
  firstAmount?: number | null | undefined
  lastAmount?: number | null | undefined
}>

/**
 * One due instance. `firstDueOn` is the day by the rhythm alone, so that a changed holiday never makes a second one. `amount` is what
 * it asks for, where that is not what a whole period does.
 */
export type DueDay = Readonly<{ firstDueOn: PlainDate; dueOn: PlainDate; amount: number | null }>
type ByRhythm = Omit<DueDay, "dueOn">

const monthsOf = { monthly: 1, quarterly: 3, yearly: 12 } as const
const longestPeriodDays = { weekly: 7, monthly: 31, quarterly: 92, yearly: 366 } as const

/**
 * The due days by rhythm from `from` to `to`, both included. By the calendar's periods it falls due on the last day of each, see `#core/duePeriods`. A periodic promise falls due on the last day of each full period
 * counted from its start (from 15 January monthly: 14 February, 14 March; see `periodEnd`), or a whole number of periods after a first due day that
 * is known (from 31 January: 28 February, 31 March), a single one on its last day. Periods are
 * always counted from the start, so that months of 31, 30 and 28 days never push each other along. A due day on which
 * nobody works moves to the next workday.
 */
export const occurrencesOf = (rhythm: Rhythm, from: PlainDate, to: PlainDate, isWorkday: IsWorkday): DueDay[] =>
  daysOf(rhythm, from, to).map((each) => ({ ...each, dueOn: nextWorkday(each.firstDueOn, isWorkday) }))

const daysOf = (rhythm: Rhythm, from: PlainDate, to: PlainDate): ByRhythm[] => {
  const { cadence, periods } = rhythm
  return periods === "calendar" && isCalendarCadence(cadence)
    ? byCalendar(rhythm, cadence, from, to)
    : byContract(rhythm, from, to).map((firstDueOn) => ({ firstDueOn, amount: null }))
}

/** From a first due day that is known on, periods are whole, but what was said of the first one holds of it. */
const byCalendar = (rhythm: Rhythm, cadence: CalendarCadence, from: PlainDate, to: PlainDate): ByRhythm[] =>
  coveredPeriods(rhythm, cadence, { from, to }).flatMap((period) => {
    const { endsOn: firstDueOn } = period
    if (rhythm.firstDueOn != null && firstDueOn < rhythm.firstDueOn) return []
    const amount = amountOf(rhythm, period)
    return amount === 0 ? [] : [{ firstDueOn, amount }]
  })

/** What a period asks for: nothing, so much, or, with null, what a whole one does. */
const amountOf = (rhythm: Rhythm, period: CoveredPeriod): number | null => {
  const { firstDueOn, endsOn, partial, firstAmount = null, lastAmount = null } = rhythm
  if (firstDueOn != null && firstDueOn === period.endsOn) return firstAmount
  if (isWhole(period)) return null
  if (partial !== "pro_rata") return 0
  if (period.isFirst && firstAmount !== null) return firstAmount
  if (!period.isFirst && period.endsOn === endsOn && lastAmount !== null) return lastAmount
  return shareOf(rhythm, period)
}

const byContract = ({ cadence, startsOn, endsOn, firstDueOn }: Rhythm, from: PlainDate, to: PlainDate): PlainDate[] => {
  const last = endsOn && endsOn < to ? endsOn : to
  if (cadence === "once") {
    const day = endsOn ?? startsOn
    return day >= from && day <= last ? [day] : []
  }
  const days: PlainDate[] = []
  const skipped = Math.floor(daysBetween(firstDueOn ?? startsOn, from) / longestPeriodDays[cadence]) - 1
  for (let period = Math.max(firstDueOn ? 0 : 1, skipped); ; period++) {
    const day = firstDueOn ? periodsAfter(cadence, firstDueOn, period) : endOfPeriod(cadence, startsOn, period)
    if (day > last) return days
    if (day >= from) days.push(day)
  }
}

type Periodic = Exclude<Cadence, "once">

const endOfPeriod = (cadence: Periodic, startsOn: PlainDate, period: number): PlainDate =>
  cadence === "weekly" ? addDays(startsOn, 7 * period - 1) : periodEnd(startsOn, monthsOf[cadence] * period)

const periodsAfter = (cadence: Periodic, day: PlainDate, periods: number): PlainDate =>
  cadence === "weekly" ? addDays(day, 7 * periods) : addMonths(day, monthsOf[cadence] * periods)

/** True when no due day can follow `until`. */
export const isExhausted = ({ cadence, startsOn, endsOn }: Rhythm, until: PlainDate): boolean =>
  cadence === "once" ? until >= (endsOn ?? startsOn) : endsOn != null && until >= endsOn

type Windowed = Readonly<{ dueOn: PlainDate; windowDays: number }>

/** The window opens `windowDays` before the due day and closes as many after it. */
export const opensOn = ({ dueOn, windowDays }: Windowed): PlainDate => addDays(dueOn, -windowDays)
export const lapsesOn = ({ dueOn, windowDays }: Windowed): PlainDate => addDays(dueOn, windowDays)

/** Where an open promise stands by the calendar alone. */
export const stateByCalendar = (dated: Windowed & Readonly<{ reDated: number }>, today: PlainDate): OccurrenceState => {
  if (today > lapsesOn(dated)) return "missed"
  if (today >= opensOn(dated)) return "due"
  return dated.reDated > 0 ? "re_agreed" : "upcoming"
}
