import { addDays, addMonths, type PlainDate } from "./time.ts"

/**
 * The last day of a period of so many calendar months that begins on a day: the day before the same-numbered one, or the last day of
 * a month that is too short for that one. Six months from 31 August end on 28 February, a year from 29 February 2028 on
 * 28 February 2029. Several periods are always counted from the first day (`periodEnd(first, 3 * periods)`), so that they tile:
 * each begins on the day after the one before ended, and short months push none along (Dodds v Walker, HL 1981; BGB § 188).
 */
export const periodEnd = (from: PlainDate, months: number): PlainDate => {
  const same = addMonths(from, months)
  return same.slice(8) === from.slice(8) ? addDays(same, -1) : same
}

/** The last day of the calendar month, quarter, half-year or year (so many months) in which a day lies. */
export const calendarEnd = (date: PlainDate, months: 1 | 3 | 6 | 12): PlainDate => {
  const month = Number(date.slice(5, 7))
  const rest = (months - (month % months)) % months
  return addDays(addMonths(`${date.slice(0, 7)}-01`, rest + 1), -1)
}
