import { isRefusal, type Refusal, refuse } from "#core/refusal"
import { daysBetween, type Instant, type PlainDate } from "#core/time"
import type { DateFormat } from "./formats.ts"
import { type DateRefusal, readDate, serialParts } from "./readDate.ts"

const zones: Readonly<Record<string, number>> = {
  ...{ z: 0, utc: 0, gmt: 0, wet: 0, cet: 60, mez: 60, west: 60, cest: 120, mesz: 120, eet: 120, eest: 180 },
  ...{ est: -300, edt: -240, cdt: -300, mdt: -360, pst: -480, pdt: -420, jst: 540 },
}
const afternoon: ReadonlySet<string> = new Set(["午後", "下午", "오후"])
/** Seconds or milliseconds since 1970, as programs write a moment; ten digits are 2001 to 2286. */
const epoch = /^(\d{10})(\d{3})?$/
const clock = new RegExp(
  [
    "^(.*?[\\d日일)])(?:T|,?\\s*(?:at|um|à|a las|às|kl\\.?|alle(?: ore)?|ore|om|o|godz\\.?)?\\s+|(?=[午上下오]))(午前|午後|上午|下午|오전|오후)?\\s*(\\d{1,2})",
    "(?:\\s?[:h.時]\\s?(\\d{2})(?:[:.分](\\d{2})(?:[.,](\\d{1,9}))?)?)?(?:\\s?(?:Uhr|uur|h|分|秒))?",
    "\\s*(?:([ap])\\.?\\s?m\\.?)?",
    `\\s*(?:(${Object.keys(zones).join("|")})|(?:UTC|GMT)?([+-]\\d{1,2}(?::?\\d{2})?))?(?:\\s?\\([^)]*\\)|\\[[^\\]]*\\])?$`,
  ].join(""),
  "i",
)

/** Turns a local date and time into an instant, in the workspace's time zone. */
export type ToInstant = (day: PlainDate, minutes: number, ms: number) => Instant

/** The time behind a day, as written. */
type Time = Readonly<{
  hour: number
  minute: number
  ms: number
  half: "a" | "p" | undefined
  /** Minutes that the clock is ahead of UTC; undefined where it is a local time. */
  offset: number | undefined
}>

/** Splits "25.03.2026 14:30" into its day and its time; undefined when there is no time. */
export const splitTime = (text: string): { day: string; time: Time } | undefined => {
  const since = epoch.exec(text)
  if (since) return sinceEpoch(Number(since[1]) * 1000 + Number(since[2] ?? 0))
  const found = text.length > 8 ? clock.exec(text) : null
  if (!found) return undefined
  const [, day = "", japanese, hour, minute, second = "0", fraction = "", letter, zone, offset] = found
  const half = japanese ? (afternoon.has(japanese) ? "p" : "a") : (letter?.toLowerCase() as "a" | "p" | undefined)
  // An hour alone is a time only where something says that it is an hour.
  if (minute === undefined && half === undefined) return undefined
  const ms = Number(second) * 1000 + Number(fraction.slice(0, 3).padEnd(3, "0"))
  const ahead = zone ? zones[zone.toLowerCase()] : offset ? offsetMinutes(offset) : undefined
  return { day, time: { hour: Number(hour), minute: Number(minute ?? 0), ms, half, offset: ahead } }
}

const sinceEpoch = (ms: number): { day: string; time: Time } => {
  const at = new Date(ms).toISOString()
  const time = { hour: Number(at.slice(11, 13)), minute: Number(at.slice(14, 16)), ms: ms % 60_000, half: undefined }
  return { day: at.slice(0, 10), time: { ...time, offset: 0 } }
}

/** Reads a day, or a day with a time. Without an offset in the text the time is local to the workspace. */
export const readMoment = (
  text: string,
  format: DateFormat,
  toInstant: ToInstant,
): PlainDate | Instant | Refusal<DateRefusal> => {
  const serial = format === "excel-serial" ? serialParts(text) : undefined
  const parts = serial ? undefined : splitTime(text)
  const day = readDate(parts?.day ?? text, format)
  if (isRefusal(day)) return day
  if (serial)
    return serial.seconds === 0 ? day : toInstant(day, Math.floor(serial.seconds / 60), (serial.seconds % 60) * 1000)
  if (!parts) return day
  const { hour: written, minute, ms, half, offset } = parts.time
  if (half && (written < 1 || written > 12)) return refuse("date-impossible")
  const hour = half ? (written % 12) + (half === "p" ? 12 : 0) : written
  const minutes = hour * 60 + minute
  if (hour > 23 || minute > 59 || ms >= 60_000) return refuse("date-impossible")
  return offset === undefined ? toInstant(day, minutes, ms) : utcInstant(day, minutes - offset, ms)
}

/** The day of a cell: an instant is the day that the calendar here shows at that moment, a local time its own day. */
export const readDay = (
  text: string,
  format: DateFormat,
  toDay: (at: Instant) => PlainDate,
): PlainDate | Refusal<DateRefusal> => {
  const parts = format === "excel-serial" && serialParts(text) ? undefined : splitTime(text)
  if (!parts) return readDate(text, format)
  if (parts.time.offset === undefined) return readDate(parts.day, format)
  const at = readMoment(text, format, utcInstant)
  return isRefusal(at) ? at : toDay(at)
}

/** The instant `minutes` after midnight UTC of a day. */
export const utcInstant: ToInstant = (day, minutes, ms) =>
  new Date(daysBetween("1970-01-01", day) * 86_400_000 + minutes * 60_000 + ms).toISOString()

const offsetMinutes = (offset: string): number => {
  const digits = offset.replace(/\D/g, "")
  const hours = digits.length > 2 ? digits.slice(0, -2) : digits
  return (offset.startsWith("-") ? -1 : 1) * (Number(hours) * 60 + Number(digits.slice(hours.length)))
}
