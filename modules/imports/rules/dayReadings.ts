import type { PlainDate } from "#core/time"
import { isWeekday, monthNumber } from "./monthNames.ts"

/**
 * Every calendar day a text may mean. `any` when there is one way to read it (2026-03-25, 25 March 2026); otherwise one
 * entry per order of day, month and year that gives an existing day. An empty object: no date at all.
 */
export type DayReadings = Readonly<{
  any?: PlainDate
  dmy?: PlainDate
  mdy?: PlainDate
  ymd?: PlainDate
  isImpossible?: true
}>

const triple = /^(\d{1,4})(?:([/.-])\s?|\s)(\d{1,2})(?:\2\s?|\s)(\d{1,4})\.?$/
const compact = /^((?:19|20|21)\d{2})(\d{2})(\d{2})$/
const dayFirstWords =
  /^(\d{1,2})(?:st|nd|rd|th|er|\.|º|°)?[\s/.-]*(?:of\s+|de\s+)?(\p{L}+)\.?,?[\s/.-]*(?:de[l]?\s+)?(\d{4}|\d{2})$/u
const monthFirstWords = /^(\p{L}+)\.?[\s/-]*(\d{1,2})(?:st|nd|rd|th)?,?[\s/-]+(\d{4}|\d{2})$/u
const firstWord = /^(\p{L}+(?:-\p{L}+)?)\.?,?\s+/u
const japanese = /^(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日(?:\s?[(（]?[月火水木金土日](?:曜日?)?[)）]?)?$/
const nothing: DayReadings = {}
const impossible: DayReadings = { isImpossible: true }

export const dayReadings = (text: string): DayReadings => {
  const numeric = triple.exec(text)
  if (numeric) return readTriple(numeric[1] ?? "", numeric[2] ?? " ", numeric[3] ?? "", numeric[4] ?? "")
  const packed = compact.exec(text)
  if (packed) return only(day(packed[1] ?? "", packed[2] ?? "", packed[3] ?? ""))
  const inJapanese = japanese.exec(text)
  if (inJapanese) return only(day(inJapanese[1] ?? "", inJapanese[2] ?? "", inJapanese[3] ?? ""))
  return readWords(withoutWeekday(text))
}

/** "Mon Jan 05 2026", "Wed, 25 Mar 2026", "le 5 janvier 2026". Before a comma any word may stand, as abbreviations differ. */
const withoutWeekday = (text: string): string => {
  const [whole = "", word = ""] = firstWord.exec(text) ?? []
  const isNoPart = /,\s+$/.test(whole) || isWeekday(word) || /^(?:le|el|den|am|em|the|on)$/i.test(word)
  const rest = text.slice(whole.length)
  return isNoPart && !(monthNumber(word) && /^[\d\s,.]+$/.test(rest)) ? rest : text
}

const readTriple = (first: string, separator: string, second: string, third: string): DayReadings => {
  if (first.length > 2) return third.length > 2 ? nothing : only(day(first, second, third))
  if (third.length === 3 || third.length === 1) return nothing
  const dmy = day(third, second, first)
  const mdy = day(third, first, second)
  const ymd = third.length === 2 && separator === "-" ? day(first, second, third) : undefined
  if (dmy === undefined && mdy === undefined && ymd === undefined) return impossible
  return { ...(dmy && { dmy }), ...(mdy && { mdy }), ...(ymd && { ymd }) }
}

const readWords = (text: string): DayReadings => {
  const dayFirst = dayFirstWords.exec(text)
  const dayFirstMonth = dayFirst && monthNumber(dayFirst[2] ?? "")
  if (dayFirst && dayFirstMonth) return only(day(dayFirst[3] ?? "", String(dayFirstMonth), dayFirst[1] ?? ""))
  const monthFirst = monthFirstWords.exec(text)
  const month = monthFirst && monthNumber(monthFirst[1] ?? "")
  if (monthFirst && month) return only(day(monthFirst[3] ?? "", String(month), monthFirst[2] ?? ""))
  return nothing
}

const only = (any: PlainDate | undefined): DayReadings => (any === undefined ? impossible : { any })

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** An existing day, or undefined. Two-digit years follow POSIX: 69 to 99 are 1969 to 1999, 00 to 68 are 2000 to 2068. */
const day = (yearText: string, monthText: string, dayText: string): PlainDate | undefined => {
  const written = Number(yearText)
  const year = yearText.length > 2 ? written : written >= 69 ? 1900 + written : 2000 + written
  const month = Number(monthText)
  const date = Number(dayText)
  const isLeapDay = month === 2 && date === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  if (date < 1 || (date > (monthDays[month - 1] ?? 0) && !isLeapDay)) return undefined
  return `${String(year).padStart(4, "0")}-${monthText.padStart(2, "0")}-${dayText.padStart(2, "0")}`
}
