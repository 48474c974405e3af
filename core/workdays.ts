import type { PlainDate } from "./time.ts"
import { addDays } from "./time.ts"

/** Whether people work on that day. Rules are given one, so that they know neither countries nor holidays. */
export type IsWorkday = (date: PlainDate) => boolean

/** No country closes longer; a calendar that says otherwise is broken, and the day is taken as it is. */
export const longestBreakDays = 30

/** The day itself when it is a workday, else the next one. */
export const nextWorkday = (date: PlainDate, isWorkday: IsWorkday): PlainDate => nearest(date, isWorkday, 1)

/** The day itself when it is a workday, else the one before. */
export const lastWorkday = (date: PlainDate, isWorkday: IsWorkday): PlainDate => nearest(date, isWorkday, -1)

const nearest = (date: PlainDate, isWorkday: IsWorkday, step: 1 | -1): PlainDate => {
  for (let days = 0; days <= longestBreakDays; days++) {
    const candidate = addDays(date, days * step)
    if (isWorkday(candidate)) return candidate
  }
  return date
}

/** The day so many workdays after a day; with 0 the day itself, or the next workday where it is none. */
export const addWorkdays = (date: PlainDate, count: number, isWorkday: IsWorkday): PlainDate => {
  let day = count === 0 ? nextWorkday(date, isWorkday) : date
  for (let left = count; left > 0; left--) day = nextWorkday(addDays(day, 1), isWorkday)
  return day
}

/** How many workdays lie after `from`, up to and with `to`; 0 when `to` is not later. */
export const workdaysBetween = (from: PlainDate, to: PlainDate, isWorkday: IsWorkday): number => {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(day)) count++
  return count
}
