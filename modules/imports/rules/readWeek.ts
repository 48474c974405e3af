import { addDays, type PlainDate, type Week, weekOf } from "#core/time"

const isoWeek = /^(\d{4})[-\s]?W(\d{1,2})(?:-?([1-7]))?$/i
const yearFirst = /^(\d{4})[-/.,\s]*(?:KW|CW|WK|week|woche|semaine|semana|sem|S)\.?[-/\s]*(\d{1,2})$/i
const weekFirst =
  /^(?:KW|CW|WK|W|week|woche|semaine|semana|sem|S)\.?[-/\s]*(\d{1,2})(?:[-/.,\s]+|\s+(?:of|de)\s+)(\d{4})$/i
const japanese = /^(\d{4})年\s?第?(\d{1,2})週$/

/** A week of ISO 8601 by its number, "2026-W02", "KW 2/2026": its Monday, or the day that follows it, "2026-W02-3". */
export const readWeek = (text: string): PlainDate | "no-such-week" | undefined => {
  const [, year, week, day = "1"] = isoWeek.exec(text) ?? yearFirst.exec(text) ?? japanese.exec(text) ?? turned(text)
  if (year === undefined || week === undefined) return undefined
  const monday = mondayOf(Number(year), Number(week))
  return monday === undefined ? "no-such-week" : addDays(monday, Number(day) - 1)
}

/** True of a week with the number of a day in it: it is a day. */
export const isDayOfWeek = (text: string): boolean => isoWeek.exec(text)?.[3] !== undefined

const turned = (text: string): readonly (string | undefined)[] => {
  const [, week, year] = weekFirst.exec(text) ?? []
  return [undefined, year, week]
}

/** Week 1 holds 4 January; most years have 52 weeks, and the last one holds 28 December. */
const mondayOf = (year: number, week: number): Week | undefined => {
  if (year < 1900 || year > 2199 || week < 1) return undefined
  const monday = addDays(weekOf(`${year}-01-04`), 7 * (week - 1))
  return monday <= `${year}-12-28` ? monday : undefined
}
