import Holidays from "date-holidays"
import type { PlainDate } from "#core/time"
import { addDays, weekday } from "#core/time"
import type { IsWorkday } from "#core/workdays"

const known = new Map<string, IsWorkday>()

/** The workdays of a country (ISO 3166-1), by its usual weekend and public holidays; without one, Monday to Friday. */
export const workdaysOf = (country: string | null | undefined): IsWorkday => {
  const key = country ?? ""
  const calendar = known.get(key) ?? calendarOf(country ?? undefined)
  known.set(key, calendar)
  return calendar
}

const calendarOf = (country: string | undefined): IsWorkday => {
  const weekend = country === undefined ? [6, 7] : weekendOf(country)
  const isHoliday = holidaysOf(country)
  return (date) => !weekend.includes(weekday(date)) && !isHoliday(date)
}

const knownHolidays = new Map<string, IsHoliday>()

/** Whether a day is a public holiday of a country, or of one of its regions as `regionsOf` names them; nowhere none is. */
export const holidaysOf = (country: string | null | undefined, region?: string | null): IsHoliday => {
  const key = `${country ?? ""} ${region ?? ""}`
  const made = knownHolidays.get(key) ?? holidaysIn(country ?? undefined, region ?? undefined)
  knownHolidays.set(key, made)
  return made
}

export type IsHoliday = (date: PlainDate) => boolean

const holidaysIn = (country: string | undefined, region: string | undefined): IsHoliday => {
  if (country === undefined) return () => false
  const holidays = region === undefined ? new Holidays(country, only) : new Holidays(country, region, only)
  const byYear = new Map<string, ReadonlySet<string>>()
  const closedDays = (year: string): ReadonlySet<string> => {
    const made = byYear.get(year) ?? new Set(holidays.getHolidays(Number(year)).flatMap(daysOf))
    byYear.set(year, made)
    return made
  }
  return (date) => closedDays(date.slice(0, 4)).has(date)
}

/** Observances and half days are left to what a workspace enters itself. */
const only = { types: ["public" as const] }

/** The regions of a country that have holidays of their own: code and name. */
export const regionsOf = (country: string): Readonly<Record<string, string>> => new Holidays().getStates(country) ?? {}

/** `date` is local to the country ("2026-12-25 00:00:00"), so its first ten characters are the first day. */
const daysOf = ({ date, start, end }: { date: string; start: Date; end: Date }): string[] => {
  const days = Math.max(1, Math.ceil((end.getTime() - start.getTime()) / 86_400_000))
  return Array.from({ length: days }, (_, day) => addDays(date.slice(0, 10), day))
}

/** Unicode's week data knows where Friday and Saturday are the weekend; its typings trail the runtime. */
const weekendOf = (country: string): readonly number[] => {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getWeekInfo?(): { weekend: readonly number[] } }
  return locale.getWeekInfo?.().weekend ?? [6, 7]
}
