import { addDays, type PlainDate } from "#core/time"
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
const yearFirstWords = /^(\d{4})[\s/.,-]*(\p{L}+)\.?[\s/.,-]*(\d{1,2})(?:st|nd|rd|th)?\.?$/u
const ordinal = /^(\d{4})-(\d{3})$/
/** Behind a day, as Turkish and Hungarian put it; a year's word is none. */
const lastWord = /[,\s]+(\p{L}+)\.?$/u
const firstWord = /^(\p{L}+(?:-\p{L}+)?)\.?,?\s+/u
const eastAsian =
  /^(\d{4}|(?:令和|平成|昭和)(?:\d{1,2}|元))\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号](?:\s?[(（]?(?:[月火水木金土日](?:曜日?)?|(?:星期|周|週)[一二三四五六日天]|[월화수목금토일](?:요일)?)[)）]?)?$/
/** The year before the first of an era. */
const eras: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 }
/** Russian and Bulgarian write "year" behind a day. */
const yearWord = /\s?(?:г|год|года)\.?$/
const article = /^(?:le|el|den|de)\s+/i
const monthDay = /^\d{1,2}(?:st|nd|rd|th)?\.?,?\s+\d{2,4}$/
const nothing: DayReadings = {}
const impossible: DayReadings = { isImpossible: true }

export const dayReadings = (text: string): DayReadings => {
  const numeric = triple.exec(text)
  if (numeric) return readTriple(numeric[1] ?? "", numeric[2] ?? " ", numeric[3] ?? "", numeric[4] ?? "")
  const packed = compact.exec(text)
  if (packed) return only(day(packed[1] ?? "", packed[2] ?? "", packed[3] ?? ""))
  const inSigns = eastAsian.exec(text)
  if (inSigns) return only(day(yearOf(inSigns[1] ?? ""), inSigns[2] ?? "", inSigns[3] ?? ""))
  const counted = ordinal.exec(text)
  if (counted) return only(dayOfYear(counted[1] ?? "", Number(counted[2])))
  const bare = withoutWeekday(withoutLastWeekday(text.replace(yearWord, "")))
  const behind = bare === text ? null : triple.exec(bare)
  if (behind) return readTriple(behind[1] ?? "", behind[2] ?? " ", behind[3] ?? "", behind[4] ?? "")
  return readWords(bare)
}

const yearOf = (text: string): string => {
  const era = eras[text.slice(0, 2)]
  return era === undefined ? text : String(era + (text.endsWith("元") ? 1 : Number(text.slice(2))))
}

/** 2026-064 is the 64th day of 2026 (ISO 8601). */
const dayOfYear = (year: string, count: number): PlainDate | undefined => {
  const found = count < 1 ? undefined : addDays(`${year}-01-01`, count - 1)
  return found?.startsWith(year) ? found : undefined
}

const withoutLastWeekday = (text: string): string => {
  const [whole = "", word = ""] = lastWord.exec(text) ?? []
  return isWeekday(word) ? text.slice(0, -whole.length) : text
}

/** "Mon Jan 05 2026", "Wed, 25 Mar 2026", "le 5 janvier 2026". Before a comma any word may stand, as abbreviations differ. */
const withoutWeekday = (text: string): string => {
  const [whole = "", word = ""] = firstWord.exec(text) ?? []
  const isNoPart = /,\s+$/.test(whole) || isWeekday(word) || /^(?:le|el|den|am|em|the|on)$/i.test(word)
  const rest = text.slice(whole.length)
  // "mar 5th, 2026" is March; "mar. 5/3/2026" a mardi, because it has its month.
  return isNoPart && !(monthNumber(word) && monthDay.test(rest)) ? rest.replace(article, "") : text
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
  const yearFirst = yearFirstWords.exec(text)
  const yearFirstMonth = yearFirst && monthNumber(yearFirst[2] ?? "")
  if (yearFirst && yearFirstMonth) return only(day(yearFirst[1] ?? "", String(yearFirstMonth), yearFirst[3] ?? ""))
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
