import { autocorrelation } from "#core/stats/autocorrelation"
import type { Change } from "./change.ts"
import type { WeeklySignal } from "./finding.ts"
import { tooLittle } from "./shortfall.ts"

/** Weeks in common that are needed, the least noise of what all promises came to, and log evidence of one that only belongs. */
const leastWeeks = 26
const leastDeviation = 0.1
const belongs = Math.log(3)

/**
 * Several promises of which each comes to too little for years are strong evidence together that none is met, though each alone is drowned in
 * its noise. What was kept of all of them in a week, each weighed by how even it is, is one series, which has their correlation in
 * it; its mean is tested against the tolerated share, with as many weeks as its moods leave. It must be short in the first half of
 * the time as well: a later fall is no wrong promise. Linear time.
 */
export const withPooledShortfall = (changes: readonly Change[], lastWeek: number): readonly Change[] => {
  const promised = changes.filter((change) => isPromised(change.signal))
  if (promised.length < 2 || promised.some(({ shortfall }) => shortfall !== undefined)) return changes
  const shares = promised.map(({ signal }) => keptOf(signal, lastWeek))
  const short = promised.filter((_, k) => meanOf(shares[k] as Float64Array) < tooLittle)
  const logBayes = shortOf(pooled(promised, shares, lastWeek))
  if (logBayes <= 0 || short.length === 0) return changes
  const leader = short.reduce((a, b) => (b.logBayes > a.logBayes ? b : a))
  return changes.map((change) => {
    if (!short.includes(change)) return change
    const rest = (short.length - 1) * belongs
    return fallenShort(change, change === leader ? Math.max(belongs, logBayes - rest) : belongs, lastWeek)
  })
}

const isPromised = ({ definition, expected }: WeeklySignal): boolean =>
  expected !== undefined && definition.worse === "lower" && definition.kind !== "latency"

/** What was kept of the promise, week by week; NaN where there was none or nothing is known. */
const keptOf = ({ values, expected, firstWeek }: WeeklySignal, lastWeek: number): Float64Array =>
  values.slice(0, Math.max(0, lastWeek - firstWeek + 1)).map((value, i) => {
    const promise = expected?.[i] ?? Number.NaN
    return promise > 0 ? value / promise : Number.NaN
  })

const pooled = (changes: readonly Change[], shares: readonly Float64Array[], lastWeek: number): Float64Array => {
  const from = Math.max(...changes.map(({ signal }) => signal.firstWeek))
  const weights = shares.map((share) => 1 / Math.max(leastDeviation ** 2, varianceOf(share)))
  return Float64Array.from({ length: Math.max(0, lastWeek - from + 1) }, (_, week) => {
    let kept = 0
    let weight = 0
    shares.forEach((share, k) => {
      const one = share[from + week - (changes[k] as Change).signal.firstWeek] ?? Number.NaN
      if (Number.isNaN(one)) return
      kept += one * (weights[k] as number)
      weight += weights[k] as number
    })
    return weight > 0 ? kept / weight : Number.NaN
  })
}

/** Log evidence that a share lies below the tolerated one; none where it did not from the start. */
const shortOf = (share: Float64Array): number => {
  const seen = share.filter((one) => !Number.isNaN(one))
  const mean = meanOf(seen)
  if (seen.length < leastWeeks || !(mean < tooLittle) || !(meanOf(seen.subarray(0, seen.length >> 1)) < tooLittle))
    return 0
  const memory = Math.max(0, Math.min(0.8, autocorrelation(share.map((one) => one - mean))))
  const independent = (seen.length * (1 - memory)) / (1 + memory)
  const z = (tooLittle - mean) / (Math.max(leastDeviation, Math.sqrt(varianceOf(seen))) / Math.sqrt(independent))
  return (z * z) / 2 - 0.5 * Math.log(independent + 1)
}

const meanOf = (values: Float64Array): number => {
  let sum = 0
  let count = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    sum += value
    count++
  }
  return sum / count
}

const varianceOf = (values: Float64Array): number => {
  const mean = meanOf(values)
  return meanOf(values.map((value) => (value - mean) ** 2))
}

const fallenShort = (change: Change, logBayes: number, lastWeek: number): Change => {
  const { signal } = change
  const shares = keptOf(signal, lastWeek)
  const index = shares.findIndex((share) => !Number.isNaN(share))
  const onset = new Float64Array(shares.length)
  onset[index] = 1
  const known = (of: ArrayLike<number>) =>
    meanOf(Float64Array.from(shares, (share, i) => (Number.isNaN(share) ? share : (of[i] as number))))
  const [promised, level] = [known(signal.expected ?? []), known(signal.values)]
  const shortfall = { index, logBayes, promised, level, isNothing: false }
  return { ...change, logBayes, onset, proven: onset, places: shares.length, before: promised, after: level, shortfall }
}
