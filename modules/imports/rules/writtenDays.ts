import type { Field } from "#core/importable/field"
import type { Remarks } from "#core/importable/remark"
import { isRefusal } from "#core/refusal"
import type { CellReader, ReadOptions } from "./cellReader.ts"
import type { DateFormat } from "./formats.ts"
import { readDate } from "./readDate.ts"
import { splitTime } from "./readMoment.ts"
import { zonedDay } from "./zonedClock.ts"

/** What may be midnight with a zone behind it; what it is, `splitTime` says. */
const mayBeMidnight = /(?:^|[^\d:])(?:0?0[:h.]00|12:00|12\s?a\.?m).*(?:z|[a-z]{3,4}|[+-]\d{1,2}(?::?\d{2})?|[\])])$/i
const shortest = 12

/**
 * Midnight in UTC, or at another offset, may be an instant, or a day that a program wrote with a time. Where it is another day here, it is told
 * which was taken: the day here at that moment, unless somebody says that the day was meant. A week, too, is named by a day.
 */
export const withWrittenDays = (
  { key, type }: Field,
  read: CellReader,
  dates: DateFormat,
  { timeZone = "UTC" }: ReadOptions,
  remarks: Remarks,
): CellReader => {
  if (type !== "date" && type !== "week" && type !== "moment") return read
  const isWritten = remarks.answerTo("midnight-in-utc", { field: key }) === "written"
  const dayHere = zonedDay(timeZone)
  return (text) => {
    const found = read(text)
    if (text.length < shortest || typeof found !== "string" || !mayBeMidnight.test(text)) return found
    const written = midnightOf(text.trim(), dates)
    if (written === undefined) return found
    const day = found.length > 10 ? dayHere(found) : found
    if (written === day) return found
    remarks.tell("midnight-in-utc", { field: key, text, becomes: isWritten ? written : day })
    return isWritten ? written : found
  }
}

/** The day that is written before a midnight with an offset. */
const midnightOf = (text: string, dates: DateFormat): string | undefined => {
  const { day, time } = splitTime(text) ?? {}
  if (day === undefined || time?.offset === undefined || time.minute !== 0 || time.ms !== 0) return undefined
  if (time.hour !== 0 && !(time.hour === 12 && time.half === "a")) return undefined
  const written = readDate(day, dates)
  return isRefusal(written) ? undefined : written
}
