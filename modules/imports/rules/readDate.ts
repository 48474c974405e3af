import { type Refusal, refuse } from "#core/refusal"
import { dayFromNumber, type PlainDate } from "#core/time"
import { dayReadings } from "./dayReadings.ts"
import type { DateFormat } from "./formats.ts"

export type DateRefusal = "not-a-date" | "date-impossible" | "date-ambiguous" | "date-wrong-order" | "date-out-of-range"

/** Days outside these years are typing errors in a partnership's records. */
export const earliestDate = "1900-01-01"
export const latestDate = "2199-12-31"

const iso = /^\d{4}-\d{2}-\d{2}$/
const serialNumber = /^\d{1,6}$/
/** Day 0 of a spreadsheet's day count, as days since 1970-01-01 (its count has a 29 February 1900 that never was). */
const serialEpoch = -25_569

/** Reads the day of a cell in the column's format. */
export const readDate = (text: string, format: DateFormat): PlainDate | Refusal<DateRefusal> => {
  if (format === "excel-serial" && serialNumber.test(text)) return inRange(dayFromNumber(Number(text) + serialEpoch))
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

const orderWords = { dmy: "day first", mdy: "month first", ymd: "year first" } as const
const range = { earliest: earliestDate, latest: latestDate }

const inRange = (day: PlainDate): PlainDate | Refusal<"date-out-of-range"> =>
  iso.test(day) && day >= earliestDate && day <= latestDate ? day : refuse("date-out-of-range", range)
