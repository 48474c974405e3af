import { type Case, isCalm } from "#bench/drift/truth"
import { shiryaevRoberts } from "./shiryaevRoberts.ts"

/**
 * What the limit detector makes of one partnership: log R in the weeks asked while nothing is wrong; in the week before the onset; and week by week
 * from the onset on, as far as anybody could doubt it.
 */
export type Trace = Readonly<{ calm: readonly number[]; before: number; since: readonly number[] }>

/** Nobody asks for fewer false alarms than one in this many years, as a logarithm of weeks. */
const beyondDoubt = 25
/** Weeks on record before anybody is asked, as of the other methods. */
const start = 26

export const traceOf = ({ truth, told }: Case, asked: readonly number[]): Trace => {
  const { firstWeek, lastWeek, fate, onset } = truth
  const isAsked = new Set(asked)
  const calm: number[] = []
  const since: number[] = []
  let [week, before] = [firstWeek, Number.NEGATIVE_INFINITY]
  if (fate === "never-well") return { calm, before, since }
  for (const log of shiryaevRoberts(told, firstWeek, lastWeek)) {
    if (isAsked.has(week) && week >= firstWeek + start && isCalm(truth, week)) calm.push(log)
    if (onset !== undefined && week >= onset) since.push(log)
    else before = log
    if (onset !== undefined && week >= onset && log > beyondDoubt) break
    week++
  }
  return { calm, before, since }
}
