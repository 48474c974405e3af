import { type Refusal, refuse } from "#core/refusal"
import { dayFromNumber, type PlainDate } from "#core/time"
import { dayReadings } from "./dayReadings.ts"
import type { DateFormat } from "./formats.ts"

export type DateRefusal = "not-a-date" | "date-impossible" | "date-ambiguous" | "date-wrong-order" | "date-out-of-range"

/** Days outside these years are typing errors in a partnership's records. */
export const earliestDate = "1900-01-01"
export const latestDate = "2199-12-31"

const iso = /^\d{4}-\d{2}-\d{2}$/
const serialNumber = /^(\d{1,6})(?:[.,](\d{1,17}))?$/
/** Day 0 of a spreadsheet's day count, as days since 1970-01-01. It counts a 29 February 1900, which never was. */
const serialEpoch = -25_569
const dayThatNeverWas = 60

/** Reads the day of a cell in the column's format. */
export const readDate = (text: string, format: DateFormat): PlainDate | Refusal<DateRefusal> => {
  const serial = format === "excel-serial" ? serialParts(text) : undefined
  if (serial)
    return serial.day === serialEpoch + dayThatNeverWas ? refuse("date-impossible") : inRange(dayOf(serial.day))
  const readings = dayReadings(text)
  if (readings.any !== undefined) return inRange(readings.any)
  if (readings.isImpossible) return refuse(/^0+\D|\D0000$/.test(text) ? "date-out-of-range" : "date-impossible", range)
  const { dmy, mdy, ymd } = readings
  if (format === "dmy" || format === "mdy" || format === "ymd") {
    const day = readings[format]
    if (day !== undefined) return inRange(day)
    return dmy || mdy || ymd ? refuse("date-wrong-order", { order: orderWords[format] }) : refuse("not-a-date")
  }
  const [first, ...others] = [dmy, mdy, ymd].filter((day) => day !== undefined)
  if (first === undefined) return refuse("not-a-date")
  if (others.some((other) => other !== first))
    return refuse("date-ambiguous", { first, second: others.find((other) => other !== first) })
  return inRange(first)
}

/** A spreadsheet's number for a day and the time in it, to the second: 46027.395833 is half past nine. */
export const serialParts = (text: string): Readonly<{ day: number; seconds: number }> | undefined => {
  const [, whole, fraction] = serialNumber.exec(text) ?? []
  if (whole === undefined) return undefined
  const seconds = Math.round(Number(`0.${fraction ?? 0}`) * 86_400)
  const isNextDay = seconds === 86_400
  return { day: Number(whole) + serialEpoch + (isNextDay ? 1 : 0), seconds: isNextDay ? 0 : seconds }
}

/** Before the day that never was the count is one behind. */
const dayOf = (day: number): PlainDate => dayFromNumber(day < serialEpoch + dayThatNeverWas ? day + 1 : day)

/** A number that a spreadsheet of this age would have for a day, 1927 to 2119. */
export const isPlausibleSerial = (text: string): boolean =>
  serialNumber.test(text) && Number.parseInt(text, 10) >= 10_000 && Number.parseInt(text, 10) <= 80_000

const orderWords = { dmy: "day first", mdy: "month first", ymd: "year first" } as const
const range = { earliest: earliestDate, latest: latestDate }

const inRange = (day: PlainDate): PlainDate | Refusal<"date-out-of-range"> =>
  iso.test(day) && day >= earliestDate && day <= latestDate ? day : refuse("date-out-of-range", range)
