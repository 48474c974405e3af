import { minorPerMajor } from "./money.ts"
import { calendarEnd } from "./periods.ts"
import { addDays, addMonths, daysBetween, type PlainDate } from "./time.ts"

/**
 * Which periods a promise counts: its own, from the day it begins (a quarter from 15 February ends on 14 May), or those of the calendar
 * (it ends on 31 March). Contracts mean either, and the day each falls due differs by weeks, so that a form asks.
 */
export const periodKinds = ["contract", "calendar"] as const
export type PeriodKind = (typeof periodKinds)[number]

/** What a calendar period asks for of which the term covers a part only: nothing, or its share by days. */
export const partialReadings = ["first_full", "pro_rata"] as const
export type PartialReading = (typeof partialReadings)[number]

const monthsOf = { monthly: 1, quarterly: 3, yearly: 12 } as const
export type CalendarCadence = keyof typeof monthsOf

/** The days of one calendar period that a term covers: the last of them, how many, and how many the period has. */
export type CoveredPeriod = Readonly<{ endsOn: PlainDate; days: number; of: number; isFirst: boolean }>

type Term = Readonly<{ startsOn: PlainDate; endsOn?: PlainDate | null | undefined }>

/** The calendar month, quarter or year with that number, counted from the one in which the term begins, as far as the term covers it. */
const coveredPeriod = ({ startsOn, endsOn }: Term, months: 1 | 3 | 12, number: number): CoveredPeriod | undefined => {
  const firstEnd = calendarEnd(startsOn, months)
  const begin = addMonths(`${firstEnd.slice(0, 7)}-01`, 1 - months + months * number)
  const end = addDays(addMonths(begin, months), -1)
  const [from, to] = [startsOn > begin ? startsOn : begin, endsOn && endsOn < end ? endsOn : end]
  if (from > to) return undefined
  return {
    endsOn: to,
    days: daysBetween(from, to) + 1,
    of: daysBetween(begin, end) + 1,
    isFirst: number === 0,
  }
}

/** The calendar periods of a term whose last covered day lies from `from` to `to`, both included. O(periods in between). */
export const coveredPeriods = (
  term: Term,
  cadence: CalendarCadence,
  { from, to }: Readonly<{ from: PlainDate; to: PlainDate }>,
): CoveredPeriod[] => {
  const months = monthsOf[cadence]
  const periods: CoveredPeriod[] = []
  const skipped = Math.floor(daysBetween(term.startsOn, from) / (31 * months)) - 1
  for (let number = Math.max(0, skipped); ; number++) {
    const period = coveredPeriod(term, months, number)
    if (period === undefined || period.endsOn > to) return periods
    if (period.endsOn >= from) periods.push(period)
  }
}

export const isWhole = ({ days, of }: CoveredPeriod): boolean => days === of

type Promised = Readonly<{ amount?: number | null | undefined; unit?: string | null | undefined }>

/** How much a whole period asks for: once, where no amount is said. */
const wholeAmount = ({ amount }: Promised): number => amount ?? 1

const isMoney = (unit: string | null | undefined): boolean => /^[A-Z]{3}$/.test(unit ?? "")

/** The share of a part of a period by days: 45 of 90 days of 2 is 1. Money is told to its smallest coin, anything else to six digits. */
export const shareOf = (promised: Promised, { days, of }: CoveredPeriod): number => {
  const share = (wholeAmount(promised) * days) / of
  const digits = isMoney(promised.unit) ? minorPerMajor(promised.unit ?? "") : 1_000_000
  return Math.round(share * digits) / digits
}

/** Campaigns are held whole; money, and an amount that is no whole number anyway, is told as it comes out. */
export const isCountedWhole = (promised: Promised): boolean =>
  !isMoney(promised.unit) && Number.isInteger(wholeAmount(promised))

/** Whether the share is told as it is. Of 0.69 campaigns both say whether it is none or one, and nobody rounds silently. */
export const isShareEven = (promised: Promised, period: CoveredPeriod): boolean =>
  !isCountedWhole(promised) || Number.isInteger(shareOf(promised, period))

/** The parts at the beginning and the end of a term whose share both have to say, with what it comes to. */
export const unevenParts = (
  line: Term & Promised,
  cadence: CalendarCadence,
): Readonly<Partial<Record<"first" | "last", number>>> => {
  const uneven = (period: CoveredPeriod | undefined): number | undefined =>
    period === undefined || isWhole(period) || isShareEven(line, period) ? undefined : shareOf(line, period)
  const months = monthsOf[cadence]
  const first = coveredPeriod(line, months, 0)
  const last = line.endsOn ? coveredPeriods(line, cadence, { from: line.endsOn, to: line.endsOn })[0] : undefined
  const [ofFirst, ofLast] = [uneven(first), uneven(last?.isFirst === true ? undefined : last)]
  return { ...(ofFirst === undefined ? {} : { first: ofFirst }), ...(ofLast === undefined ? {} : { last: ofLast }) }
}

/** Whether the calendar's periods are others than the term's own, so that it has to be said which are meant. */
export const isPeriodOpen = ({ startsOn }: Pick<Term, "startsOn">, cadence: string): cadence is CalendarCadence => {
  if (!isCalendarCadence(cadence)) return false
  const first = coveredPeriod({ startsOn }, monthsOf[cadence], 0)
  return first !== undefined && !isWhole(first)
}

/** Weeks are a promise's own, and what is due once has no period. */
export const isCalendarCadence = (cadence: string): cadence is CalendarCadence => cadence in monthsOf
