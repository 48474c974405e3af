import { isRefusal, type Refusal, refuse } from "#core/refusal"
import { daysBetween, type Instant, type PlainDate } from "#core/time"
import type { DateFormat } from "./formats.ts"
import { type DateRefusal, readDate } from "./readDate.ts"

const clock =
  /^(.*?\d)(?:T|,?\s+)(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap])?\.?(?:m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i

/** Turns a local date and time into an instant, in the workspace's time zone. */
export type ToInstant = (day: PlainDate, minutes: number, ms: number) => Instant

/** Splits "25.03.2026 14:30" into its day and its time; undefined when there is no time. */
export const splitTime = (text: string): { day: string; time: RegExpExecArray } | undefined => {
  const time = text.length > 10 ? clock.exec(text) : null
  return time ? { day: time[1] ?? "", time } : undefined
}

/** Reads a day, or a day with a time. Without an offset in the text the time is local to the workspace. */
export const readMoment = (
  text: string,
  format: DateFormat,
  toInstant: ToInstant,
): PlainDate | Instant | Refusal<DateRefusal> => {
  const parts = splitTime(text)
  if (!parts) return readDate(text, format)
  const day = readDate(parts.day, format)
  if (isRefusal(day)) return day
  const [, , hourText, minuteText, secondText = "0", fraction = "", half, offset] = parts.time
  const written = Number(hourText)
  if (half && (written < 1 || written > 12)) return refuse("date-impossible")
  const hour = half ? (written % 12) + (half.toLowerCase() === "p" ? 12 : 0) : written
  const minutes = hour * 60 + Number(minuteText)
  const ms = Number(secondText) * 1000 + Number(fraction.slice(0, 3).padEnd(3, "0"))
  if (hour > 23 || Number(minuteText) > 59 || ms >= 60_000) return refuse("date-impossible")
  if (offset === undefined) return toInstant(day, minutes, ms)
  return utcInstant(day, minutes - offsetMinutes(offset), ms)
}

/** The instant `minutes` after midnight UTC of a day. */
export const utcInstant: ToInstant = (day, minutes, ms) =>
  new Date(daysBetween("1970-01-01", day) * 86_400_000 + minutes * 60_000 + ms).toISOString()

const offsetMinutes = (offset: string): number => {
  const sign = offset.startsWith("-") ? -1 : 1
  const digits = offset.replace(/\D/g, "")
  return digits === "" ? 0 : sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)))
}
