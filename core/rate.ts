/** A number of times in a unit that people count in. */
export type Rate = Readonly<{ count: number; per: "week" | "month" | "quarter" | "year" }>

const weeksPer = { week: 1, month: 365.25 / 7 / 12, quarter: 365.25 / 7 / 4, year: 365.25 / 7 } as const

/** Below this, a number of times says "less than one" better than "one". */
const almostOne = 0.75

/**
 * How often something happens, in the shortest unit in which it happens about once: 0.2 a week is one a month. Undefined for never;
 * less than once a year is `count` 0 of a year.
 */
export const rateOf = (aWeek: number): Rate | undefined => {
  if (!(aWeek > 0.001)) return undefined
  if (aWeek >= 0.95) return { count: aWeek, per: "week" }
  for (const per of ["month", "quarter", "year"] as const) {
    const count = aWeek * weeksPer[per]
    if (count >= almostOne) return { count: Math.round(count), per }
  }
  return { count: 0, per: "year" }
}
