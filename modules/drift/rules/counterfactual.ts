import { fitOnSimplex } from "#core/stats/fitOnSimplex"

/** Weekly values from `firstWeek` on, NaN where nothing was observed. */
export type Weekly = Readonly<{ firstWeek: number; values: Float64Array }>

/** What would have been without the drift, week by week, and what was lost since with the band that holds it in 90 of 100 cases. */
export type Loss = Readonly<{
  like: number
  firstWeek: number
  actual: Float64Array
  wouldBe: Float64Array
  /** Would have been less what was, summed over the observed weeks since `since`, and per week. */
  total: Estimate
  perWeek: Estimate
}>
export type Estimate = Readonly<{ value: number; low: number; high: number }>

/** The last week surely before the onset, the first week counted, and the last one that was over. */
export type Window = Readonly<{ before: number; since: number; lastWeek: number }>

/** Why nothing can be said: too few that are alike, or too few weeks of its own. */
export type NoLoss = "too-few-like" | "too-few-weeks"

export const leastLike = 5
export const longestPast = 104
const leastPast = 26
const leastSince = 4
/** Weeks taken together when the past is compared: single weeks are mostly chance. */
const block = 4
/** Steps of the fit: a past matched closer than its noise allows predicts worse. */
const steps = 40
/** Share of the weeks in which a like partnership must have been observed. */
const wellSeen = 0.8

/**
 * What a drift has cost, against a synthetic control (Abadie, Diamond and Hainmueller 2010).
 *
 * Every series is divided by its own mean before the onset, so that large and small partnerships compare; the mixture of unaffected like
 * partnerships that lies nearest in the weeks before says what would have been in the weeks after, in this partnership's own
 * size. The band comes from placebos in space: each like partnership is treated as if it had drifted in the same week, and what it then
 * seems to have lost, in units of how well its past was matched, is how wrong such an answer is when nothing happened (their
 * mean square, with Student's quantile). Autocorrelation needs no model: the placebos carry it. O(like^2 x weeks).
 */
export const lossOf = (own: Weekly, like: readonly Weekly[], { before, since, lastWeek }: Window): Loss | NoLoss => {
  const from = Math.max(own.firstWeek, before - longestPast + 1)
  const span: Span = { from, past: before - from + 1, gap: since - before - 1, length: lastWeek - from + 1 }
  const target = scaled(own, span)
  if (target === undefined || !isEnough(target, span)) return "too-few-weeks"
  const pool = like
    .map((each) => scaled(each, span))
    .filter((each) => each !== undefined && isWellSeen(each, span)) as Scaled[]
  if (pool.length < leastLike) return "too-few-like"
  const fitted = matched(target, pool, span)
  const errors = pool.map(
    (each, i) =>
      matched(
        each,
        pool.filter((_, k) => k !== i),
        span,
      ).strangeness,
  )
  const meanSquare = errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length
  const strange = Math.sqrt(meanSquare * (1 + 1 / pool.length))
  const spread = studentQuantile(pool.length) * strange * fitted.misfit
  const estimate = (times: number): Estimate => {
    const value = fitted.gap * target.size * times
    const half = spread * target.size * times
    return { value, low: value - half, high: value + half }
  }
  return {
    like: pool.length,
    firstWeek: from,
    actual: inSize(target.values, target.size),
    wouldBe: inSize(fitted.mixture, target.size),
    total: estimate(fitted.weeks),
    perWeek: estimate(1),
  }
}

type Span = Readonly<{ from: number; past: number; gap: number; length: number }>
type Scaled = Readonly<{ size: number; values: Float64Array; blocks: Float64Array }>

/** The weeks of the span in units of the mean before; undefined where there was nothing to measure against. */
const scaled = ({ firstWeek, values }: Weekly, { from, past, length }: Span): Scaled | undefined => {
  const cut = Float64Array.from({ length }, (_, i) => values[from + i - firstWeek] ?? Number.NaN)
  const size = meanOf(cut, 0, past)
  if (!(size > 0)) return undefined
  const own = cut.map((value) => value / size)
  return { size, values: own, blocks: inBlocks(own, past) }
}

/** Means of the past in stretches of four weeks, the latest one last; a stretch nobody saw stands at the mean. */
const inBlocks = (values: Float64Array, past: number): Float64Array => {
  const count = Math.floor(past / block)
  return Float64Array.from({ length: count }, (_, i) => {
    const mean = meanOf(values, past - (count - i) * block, past - (count - i - 1) * block)
    return Number.isNaN(mean) ? 1 : mean
  })
}

const isEnough = ({ values }: Scaled, { past, gap }: Span): boolean =>
  seen(values, 0, past) >= leastPast && seen(values, past + gap, values.length) >= leastSince

const isWellSeen = ({ values }: Scaled, { past }: Span): boolean =>
  past >= leastPast &&
  seen(values, 0, past) >= wellSeen * past &&
  seen(values, past, values.length) >= wellSeen * (values.length - past)

/** The mixture, the mean weekly gap to it since, how badly it matched the past, and the gap in units of that. */
const matched = (target: Scaled, pool: readonly Scaled[], { past, gap }: Span) => {
  const weights = fitOnSimplex(
    target.blocks,
    pool.map(({ blocks }) => blocks),
    steps,
  )
  const mixture = target.values.map((_, week) => mixedAt(pool, weights, week))
  let sum = 0
  let weeks = 0
  for (let i = past + gap; i < mixture.length; i++) {
    const missing = (mixture[i] as number) - (target.values[i] as number)
    if (Number.isNaN(missing)) continue
    sum += missing
    weeks++
  }
  const squares = target.blocks.reduce((all, value, i) => {
    const mixed = pool.reduce((at, { blocks }, k) => at + (weights[k] as number) * (blocks[i] as number), 0)
    return all + (value - mixed) ** 2
  }, 0)
  const misfit = Math.max(1e-3, Math.sqrt(squares / target.blocks.length))
  return { mixture, weeks, gap: weeks > 0 ? sum / weeks : 0, misfit, strangeness: weeks > 0 ? sum / weeks / misfit : 0 }
}

/** The mixture of those that were observed in a week. */
const mixedAt = (pool: readonly Scaled[], weights: Float64Array, week: number): number => {
  let sum = 0
  let total = 0
  pool.forEach(({ values }, i) => {
    const value = values[week] as number
    if (Number.isNaN(value)) return
    sum += (weights[i] as number) * value
    total += weights[i] as number
  })
  return total > 1e-6 ? sum / total : Number.NaN
}

/** The 95th percentile of Student's distribution (Cornish and Fisher's expansion; exact to .01 from four degrees on). */
const studentQuantile = (degrees: number): number => {
  const z = 1.6449
  const first = (z ** 3 + z) / (4 * degrees)
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2)
  return z + first + second
}

const seen = (values: Float64Array, from: number, to: number): number =>
  values.subarray(from, to).reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0)

const meanOf = (values: Float64Array, from: number, to: number): number => {
  const count = seen(values, from, to)
  return count === 0
    ? Number.NaN
    : values.subarray(from, to).reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0) / count
}

const inSize = (values: Float64Array, size: number): Float64Array => values.map((value) => value * size)
