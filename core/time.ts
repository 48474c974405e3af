import { Temporal } from "temporal-polyfill"

/** A calendar day, ISO 8601: "2026-11-23". Compares correctly as text. */
export type PlainDate = string
/** A moment, ISO 8601 in UTC with milliseconds: "2026-11-23T09:30:00.000Z". Compares correctly as text. */
export type Instant = string
/** Monday of a week, as a PlainDate. */
export type Week = PlainDate

const dayMs = 86_400_000

/** True for an existing calendar day between years 1 and 9999 written as YYYY-MM-DD. */
export const isPlainDate = (text: string): text is PlainDate => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith("0000")) return false
  const at = Date.parse(text)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** Days since 1970-01-01. */
export const dayNumber = (date: PlainDate): number => Math.floor(Date.parse(date) / dayMs)

/** The day that lies `day` days after 1970-01-01. */
export const dayFromNumber = (day: number): PlainDate => new Date(day * dayMs).toISOString().slice(0, 10)

/** Whole weeks since Monday 1969-12-29: consecutive integers for consecutive ISO weeks. */
export const weekNumber = (date: PlainDate): number => Math.floor((dayNumber(date) + 3) / 7)

/** Monday of the week with this number. */
export const weekFromNumber = (week: number): Week => dayFromNumber(week * 7 - 3)

/** Monday of the week that holds the day. */
export const weekOf = (date: PlainDate): Week => weekFromNumber(weekNumber(date))

export const addDays = (date: PlainDate, days: number): PlainDate => dayFromNumber(dayNumber(date) + days)

/** Adds calendar months; 31 January + 1 month is the last day of February. Without Temporal, which pages need not load. */
export const addMonths = (date: PlainDate, months: number): PlainDate => {
  const at = new Date(date)
  const wantedDay = at.getUTCDate()
  // Day 0 of the month after is the last day of the month.
  at.setUTCMonth(at.getUTCMonth() + months + 1, 0)
  at.setUTCDate(Math.min(wantedDay, at.getUTCDate()))
  return at.toISOString().slice(0, 10)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from)

/** ISO weekday: 1 Monday to 7 Sunday. */
export const weekday = (date: PlainDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1

/** The calendar day of a moment in an IANA time zone. */
export const dateIn = (timeZone: string, at: Instant): PlainDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** The moment at which a calendar day begins in an IANA time zone. */
export const startOfDayIn = (timeZone: string, date: PlainDate): Instant =>
  new Date(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds).toISOString()

/** The moment a clock on the wall shows `minutes` after midnight of a day, in an IANA time zone. */
export const instantIn = (timeZone: string, date: PlainDate, minutes: number): Instant =>
  new Date(Temporal.PlainDateTime.from(date).add({ minutes }).toZonedDateTime(timeZone).epochMilliseconds).toISOString()

/** The two moments that a time on the wall may be where clocks change: both the same elsewhere. A time that was skipped is shown by neither. */
export const momentsIn = (timeZone: string, date: PlainDate, minutes: number) => {
  const wall = Temporal.PlainDateTime.from(date).add({ minutes })
  const of = (disambiguation: "earlier" | "later") => wall.toZonedDateTime(timeZone, { disambiguation })
  const [first, second] = [of("earlier"), of("later")]
  const instant = (each: Temporal.ZonedDateTime): Instant => new Date(each.epochMilliseconds).toISOString()
  return { first: instant(first), second: instant(second), isSkipped: !first.toPlainDateTime().equals(wall) }
}

/** The moments of a year at which clocks change in an IANA time zone. */
export const clockChangesIn = (timeZone: string, year: number): readonly Instant[] => {
  const found: Instant[] = []
  let at = Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(timeZone).subtract({ seconds: 1 })
  for (;;) {
    const next = at.getTimeZoneTransition("next")
    if (next === null || next.year > year) return found
    found.push(new Date(next.epochMilliseconds).toISOString())
    at = next
  }
}

/** The hour of the day, 0 to 23, at a moment in an IANA time zone. */
export const hourIn = (timeZone: string, at: Instant): number =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).hour
