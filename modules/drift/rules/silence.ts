import type { WeeklySignal } from "./finding.ts"

/** Weeks of nothing before silence is spoken of. */
const leastSilence = 26

/**
 * First week of a silence that lasts until `lastWeek`: every activity count has been zero since, for half a year at least
 * and so long that the rate of the active time would give it less than once in a thousand. Undefined while anything stirs.
 */
export const silentSince = (signals: readonly WeeklySignal[], lastWeek: number): number | undefined => {
  const counts = signals.filter(({ definition }) => definition.kind === "count" && definition.worse === "lower")
  const last = counts.map((signal) => lastActivity(signal, lastWeek))
  const active = last.filter((one) => one !== undefined)
  if (active.length === 0) return undefined
  const since = Math.max(...active.map((one) => one.week)) + 1
  const seen = Math.min(...active.map((one) => one.silentWeeks))
  const expected = active.reduce((sum, one) => sum + one.rate, 0) * seen
  return seen >= leastSilence && expected > Math.log(1000) ? since : undefined
}

const lastActivity = ({ values, firstWeek }: WeeklySignal, lastWeek: number) => {
  const end = Math.min(values.length, lastWeek - firstWeek + 1)
  let last = -1
  let total = 0
  for (let i = 0; i < end; i++) {
    if (!((values[i] as number) > 0)) continue
    last = i
    total += values[i] as number
  }
  if (last < 0) return undefined
  let silentWeeks = 0
  for (let i = last + 1; i < end; i++) if (values[i] === 0) silentWeeks++
  return { week: firstWeek + last, silentWeeks, rate: total / (last + 1) }
}
