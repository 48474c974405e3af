import { seasonOf } from "#core/stats/season"
import { weekFromNumber } from "#core/time"
import type { SignalDefinition } from "#rules/metrics"

/**
 * Values as they would be in an ordinary week: the yearly season divided out where two years show one, and the
 * weeks of Christmas and New Year taken as not observed, because nobody's silence then means anything.
 */
export const inOrdinaryWeeks = (
  { kind, worse }: SignalDefinition,
  firstWeek: number,
  values: Float64Array,
): Float64Array => {
  if (worse !== "lower" || (kind !== "count" && kind !== "amount")) return values
  const working = values.map((value, i) => (isHoliday(firstWeek + i) ? Number.NaN : value))
  const season = seasonOf(working)
  return season ? working.map((value, i) => value / (season[i] as number)) : working
}

/** A week with a day between 24 December and 1 January. Asked for every week of every signal, so kept. */
const isHoliday = (week: number): boolean => {
  const known = holidays.get(week)
  if (known !== undefined) return known
  const monthAndDay = weekFromNumber(week).slice(5)
  const found = monthAndDay >= "12-18" || monthAndDay <= "01-01"
  holidays.set(week, found)
  return found
}

const holidays = new Map<number, boolean>()
