import type { Field } from "#core/importable/field"
import type { Remarks } from "#core/importable/remark"
import { isRefusal, refuse } from "#core/refusal"
import { clockChangesIn, type Instant, momentsIn } from "#core/time"
import type { CellReader, ReadOptions } from "./cellReader.ts"
import type { DateFormat } from "./formats.ts"
import { plainSigns } from "./plainSigns.ts"
import { readMoment } from "./readMoment.ts"

const hourMs = 3_600_000
/** An instant is written to the millisecond; a whole quarter of an hour may be midnight somewhere. */
const quarter = /(?:00|15|30|45):00\.000Z$/

/**
 * Times without an offset are local. One that the clocks here skipped or showed twice is told, with what is taken for it; midnight is
 * how programs write a day without a time. Of nearly every cell its day alone says that it is neither.
 */
export const withLocalTimes = (
  { key, type }: Field,
  read: CellReader,
  dates: DateFormat,
  { timeZone = "UTC" }: ReadOptions,
  remarks: Remarks,
): CellReader => {
  if (type !== "moment") return read
  const about = { field: key }
  const [midnight, skipped, twice] = ["midnight-is-a-day", "hour-skipped", "hour-twice"].map((code) =>
    remarks.answerTo(code, about),
  )
  const isDayOfChange = daysOfChange(timeZone)
  const told = (code: string, text: string, becomes: string): string => {
    remarks.tell(code, { ...about, text, becomes })
    return becomes
  }
  return (text) => {
    const found = read(text)
    if (typeof found !== "string" || found.length === 10) return found
    if (quarter.test(found)) {
      const local = wallTime(text, dates)
      if (local?.minutes === 0 && local.ms === 0)
        return told("midnight-is-a-day", text, midnight === "moment" ? found : local.day)
    }
    if (!isDayOfChange(found)) return found
    const local = wallTime(text, dates)
    if (local === undefined) return found
    const { first, second, isSkipped } = momentsIn(timeZone, local.day, local.minutes)
    if (first === second) return found
    const [code, answer] = isSkipped ? (["hour-skipped", skipped] as const) : (["hour-twice", twice] as const)
    const becomes = answer === "second" ? second : isSkipped ? second : first
    told(code, text, becomes)
    return answer === "refuse" ? refuse("left-out-as-said") : becomes
  }
}

type Local = Readonly<{ day: string; minutes: number; ms: number }>

/** The time on the wall that a cell writes; undefined where it says an offset, or no time. */
const wallTime = (text: string, dates: DateFormat): Local | undefined => {
  let local: Local | undefined
  const found = readMoment(plainSigns(text.trim()), dates, (day, minutes, ms) => {
    local = { day, minutes, ms }
    return ""
  })
  return isRefusal(found) ? undefined : local
}

/** Whether clocks change within an hour or so of a moment: looked up by its day, a year at a time. */
const daysOfChange = (timeZone: string): ((at: Instant) => boolean) => {
  const years = new Map<string, ReadonlySet<string>>()
  const daysOf = (year: string): ReadonlySet<string> => {
    const changes = [Number(year) - 1, Number(year), Number(year) + 1].flatMap((each) => clockChangesIn(timeZone, each))
    const near = changes.flatMap((at) =>
      [-2, 0, 2].map((hours) => new Date(Date.parse(at) + hours * hourMs).toISOString().slice(0, 10)),
    )
    return new Set(near)
  }
  return (at) => {
    const year = at.slice(0, 4)
    const known = years.get(year) ?? daysOf(year)
    years.set(year, known)
    return known.has(at.slice(0, 10))
  }
}
