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
  const any = new Float64Array(weights.length).fill(1)
  const later = new Float64Array(weights.length).fill(1)
  for (const { signal, onset } of changes) {
    const offset = signal.firstWeek - firstWeek
    const delayed = beforeEach(onset, offset, weights.length)
    for (let i = 0; i < weights.length; i++) {
      any[i] = (any[i] as number) * ((delayed[i] as number) + together * (onset[i - offset] ?? 0))
      later[i] = (later[i] as number) * (delayed[i] as number)
    }
  }
  for (let i = 0; i < weights.length; i++) weights[i] = (any[i] as number) - (later[i] as number)
  const total = weights.reduce((a, b) => a + b, 0)
  if (!(total > 0)) return undefined
  const onset = { firstWeek, weights: weights.map((weight) => weight / total) }
  return { onset, changes: changes.length === 1 ? changes : changes.map((change) => sharpened(change, onset)) }
}

/** Chance of the onset coming a week or more after each week; most weeks have no weight and cost nothing. */
const beforeEach = (onset: Float64Array, offset: number, length: number): Float64Array => {
  const delayed = new Float64Array(length)
  for (let i = 0; i < onset.length; i++) {
    const weight = onset[i] as number
    if (weight === 0) continue
    const at = offset + i
    for (let lag = 1; lag < Math.min(longestDelay, at + 1); lag++) {
      delayed[at - lag] = (delayed[at - lag] as number) + (delays[lag] as number) * weight
    }
  }
  return delayed
}

/** The signal's onset posterior under the delays after the shared onset. */
const sharpened = (change: Change, { firstWeek, weights }: WeekDistribution): Change => {
  const onset = change.onset.map((own, i) => {
    if (own === 0) return 0
    const at = change.signal.firstWeek - firstWeek + i
    let prior = 0
    for (let lag = 0; lag < Math.min(longestDelay, at + 1); lag++) {
      prior += (delays[lag] as number) * (weights[at - lag] as number)
    }
    return own * prior
  })
  const total = onset.reduce((a, b) => a + b, 0)
  return total > 0 ? { ...change, onset: onset.map((weight) => weight / total) } : change
}
