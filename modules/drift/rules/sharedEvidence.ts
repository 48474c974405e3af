import { logSumExp } from "#core/stats/logSumExp"
import type { Change } from "./change.ts"
import { fading, together } from "./delay.ts"

/** Shares of the signals that a drift may touch, equally likely before looking. */
export const touched = [0.1, 0.3, 0.7]

/**
 * Log evidence of one drift behind all signals against none: the Bayesian twin of sparse multivariate change detection.
 *
 * A drift begins in some week t and touches each signal with chance r, in the same week or with a delay, at least one without
 * delay. With X_i(t) the evidence of signal i for an onset at t, A_i(t) that of any delay after t and B_i(t) that of a
 * delay of a week or more, the evidence at t is prod((1 - r) + r A_i) - prod((1 - r) + r B_i), over the same with all X = 1.
 * It is averaged over t and r. Signals that moved at the same time say more together than apart; what would still have to
 * come counts neither way. O(weeks x signals that say something).
 */
export const sharedEvidence = (changes: readonly Change[]): number => {
  const firstWeek = Math.min(...changes.map(({ signal }) => signal.firstWeek))
  const weeks = Math.max(...changes.map(({ signal, onset }) => signal.firstWeek + onset.length)) - firstWeek
  const curves = grouped(changes).map((group) => ({ ...group, curve: curveOf(group.change, firstWeek, weeks) }))
  const logs = new Float64Array(touched.length * weeks)
  touched.forEach((r, k) => {
    const logReach = Math.log(1 - (1 - r * together) ** changes.length)
    for (let t = 0; t < weeks; t++) {
      let any = 0
      let later = 0
      for (const { times, curve } of curves) {
        const rest = (1 - r) * curve.least
        any += times * (curve.logScale + Math.log(rest + r * (curve.any[t] as number)))
        later += times * (curve.logScale + Math.log(rest + r * (curve.later[t] as number)))
      }
      logs[k * weeks + t] = any + Math.log(-Math.expm1(Math.min(later - any, -1e-12))) - logReach
    }
  })
  return logSumExp(logs) - Math.log(logs.length)
}

/** Signals that say the same everywhere, nothing, are asked once. */
const grouped = (changes: readonly Change[]): { change: Change; times: number }[] => {
  const silent = new Map<string, { change: Change; times: number }>()
  const groups: { change: Change; times: number }[] = []
  for (const change of changes) {
    const key = `${change.logBayes} ${change.onset.length} ${change.signal.firstWeek}`
    const known = isFlat(change) ? silent.get(key) : undefined
    if (known) known.times++
    else {
      const group = { change, times: 1 }
      groups.push(group)
      if (isFlat(change)) silent.set(key, group)
    }
  }
  return groups
}

/** Without a place of its own for the onset, or speaking against any, a signal says the same of every week. */
const isFlat = ({ logBayes, detection, shortfall }: Change): boolean =>
  logBayes < 0 || (detection?.onset === undefined && shortfall === undefined)

/** Evidence of a signal for every week as the start of the drift, divided by exp(logScale); `least` is exp(-logScale). */
type Curve = Readonly<{ any: Float64Array; later: Float64Array; logScale: number; least: number }>

/** Places in which an onset cannot be seen for want of data behind it: as good as not looked at. */
const unseen = 4

const curveOf = (change: Change, firstWeek: number, weeks: number): Curve => {
  const { signal, proven: onset, logBayes, places } = change
  const offset = signal.firstWeek - firstWeek
  const isEven = isFlat(change)
  const logScale = Math.max(0, logBayes)
  const least = Math.exp(-logScale)
  const even = Math.exp(logBayes - logScale)
  const own = (t: number): number => {
    const i = t - offset
    if (i >= onset.length - unseen) return least
    return isEven ? even : (onset[i] ?? 0) * places
  }
  const any = new Float64Array(weeks)
  const later = new Float64Array(weeks)
  let ahead = least / (1 - fading) // sum over delays of fading^(lag - 1) times the evidence there
  for (let t = weeks - 1; t >= 0; t--) {
    const now = own(t)
    const after = (1 - together) * (1 - fading) * ahead
    later[t] = after
    any[t] = after + together * now
    ahead = now + fading * ahead
  }
  return { any, later, logScale, least }
}
