import type { Change } from "./change.ts"
import type { WeekDistribution } from "./join.ts"

/** A drift spreads: one signal begins, the others follow at once or within months. Mean delay of a follower in weeks. */
const together = 0.2
const meanDelay = 10
const longestDelay = 78

const delays = Float64Array.from({ length: longestDelay }, (_, lag) =>
  lag === 0 ? together : ((1 - together) / meanDelay) * Math.exp(-(lag - 1) / meanDelay),
)

/** When the drift began, and each signal's own onset sharpened by what the others say. */
export type SharedOnset = Readonly<{ onset: WeekDistribution; changes: readonly Change[] }>

/**
 * Dates a drift on all its signals at once: onset t, each signal at t + delay, at least one without delay.
 *
 * P(t) is proportional to prod_i A_i(t) - prod_i B_i(t), A the chance of signal i's data with any delay, B with a delay of
 * a week or more. Taking the earliest of separately dated signals would be early whenever some of them are dated loosely.
 * O(weeks x longest delay x signals). Undefined for no signal.
 */
export const sharedOnset = (changes: readonly Change[]): SharedOnset | undefined => {
  if (changes.length === 0) return undefined
  const firstWeek = Math.min(...changes.map(({ signal }) => signal.firstWeek))
  const end = Math.max(...changes.map(({ signal, onset }) => signal.firstWeek + onset.length))
  const weights = new Float64Array(end - firstWeek)
  const at = (change: Change, week: number): number => change.onset[week - change.signal.firstWeek] ?? 0
  for (let i = 0; i < weights.length; i++) {
    let any = 1
    let later = 1
    for (const change of changes) {
      let delayed = 0
      for (let lag = 1; lag < longestDelay; lag++) delayed += (delays[lag] as number) * at(change, firstWeek + i + lag)
      any *= delayed + together * at(change, firstWeek + i)
      later *= delayed
    }
    weights[i] = any - later
  }
  const total = weights.reduce((a, b) => a + b, 0)
  if (!(total > 0)) return undefined
  const onset = { firstWeek, weights: weights.map((weight) => weight / total) }
  return { onset, changes: changes.length === 1 ? changes : changes.map((change) => sharpened(change, onset)) }
}

/** The signal's onset posterior under the delays after the shared onset. */
const sharpened = (change: Change, { firstWeek, weights }: WeekDistribution): Change => {
  const onset = change.onset.map((own, i) => {
    if (own === 0) return 0
    let prior = 0
    for (let lag = 0; lag < longestDelay; lag++) {
      prior += (delays[lag] as number) * (weights[change.signal.firstWeek + i - lag - firstWeek] ?? 0)
    }
    return own * prior
  })
  const total = onset.reduce((a, b) => a + b, 0)
  return total > 0 ? { ...change, onset: onset.map((weight) => weight / total) } : change
}
