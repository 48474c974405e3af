import { dateIn, type Instant, instantIn, type PlainDate } from "#core/time"
import { type ToInstant, utcInstant } from "./readMoment.ts"

const mostRemembered = 100_000
const quarterMinutes = 15

/**
 * Local times of one time zone as instants. Quarters of an hour are remembered, because a file asks for the same ones
 * again and again and the calendar is slow: clocks change on quarters only.
 */
export const zonedClock = (timeZone: string): ToInstant => {
  if (timeZone === "UTC") return utcInstant
  const quarters = new Map<string, number>()
  const startOfQuarter = (day: string, minutes: number): number => {
    const key = `${day}/${minutes}`
    const known = quarters.get(key)
    if (known !== undefined) return known
    const start = Date.parse(instantIn(timeZone, day, minutes))
    if (quarters.size >= mostRemembered) quarters.clear()
    quarters.set(key, start)
    return start
  }
  return (day, minutes, ms) => {
    const past = minutes % quarterMinutes
    return new Date(startOfQuarter(day, minutes - past) + past * 60_000 + ms).toISOString()
  }
}

/** Instants as days of one time zone, remembered by quarters of an hour for the same reasons. */
export const zonedDay = (timeZone: string): ((at: Instant) => PlainDate) => {
  if (timeZone === "UTC") return (at) => at.slice(0, 10)
  const days = new Map<number, PlainDate>()
  return (at) => {
    const quarter = Math.floor(Date.parse(at) / (quarterMinutes * 60_000))
    const known = days.get(quarter)
    if (known !== undefined) return known
    const day = dateIn(timeZone, at)
    if (days.size >= mostRemembered) days.clear()
    days.set(quarter, day)
    return day
  }
}
