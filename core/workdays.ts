import type { PlainDate } from "./time.ts"
import { addDays } from "./time.ts"

/** Whether people work on that day. Rules are given one, so that they know neither countries nor holidays. */
export type IsWorkday = (date: PlainDate) => boolean

/** No country closes longer; a calendar that says otherwise is broken, and the day is taken as it is. */
const longestBreakDays = 30

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
