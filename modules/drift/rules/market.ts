import type { Kind } from "#core/stats/stabilise"
import type { SignalDefinition } from "#rules/metrics"
import { type Cohort, cohortsOf, errorOf, errorsOf, takesAlong } from "./cohort.ts"
import type { Subject, WeeklySignal } from "./finding.ts"
import { isRelative, span } from "./movement.ts"

/** A movement that like partnerships made together, from a week on. `size` is a log ratio, or a difference for proportions and levels. */
export type Shock = Readonly<{ type: string; signal: string; week: number; size: number }>

/** What a market itself brings or takes: deals, sales and use. */
export const isMarketBorne = ({ dimension }: SignalDefinition): boolean => marketBorne.has(dimension)
const marketBorne: ReadonlySet<string> = new Set(["pipeline", "commercial", "engagement", "technical"])

/** Like partnerships needed before their movement is called the market. */
const leastCohort = 5

/** Standard errors from which on one signal alone, or all counts and amounts of a type together, show a market. */
const aloneFrom = 3.2
const togetherFrom = 4

/**
 * Movements shared by like partnerships (same type, same signal).
 *
 * For each week every member's movement is its mean over the 26 weeks from then on against the 26 before, measured in its own usual
 * movements. The median over the members stays near zero while partnerships rise and fall one by one. A market is a
 * peak beyond one and a half usual movements and 3.2 standard errors in one signal, or beyond 4 standard errors in all counts
 * and amounts of the type together: business moves as a whole. Four in five members must have gone along: where many drift each for
 * itself the median gives way as well.
 */
export const shocksOf = (subjects: readonly Subject[], lastWeek: number): readonly Shock[] =>
  [...Map.groupBy(subjects, ({ type }) => type)].flatMap(([type, members]) => {
    const cohorts = cohortsOf(members, lastWeek)
    const alone = cohorts.flatMap((cohort) =>
      peaksOf(Array.from(cohort.strengths, (strength, i) => (isClear(cohort, i) ? Math.abs(strength) : 0))).map((i) =>
        shockIn(type, cohort, i),
      ),
    )
    const business = cohorts.filter(({ isBusiness }) => isBusiness)
    const shared = peaksOf(moveTogether(business)).flatMap((i) => sharedShocks(type, business, i))
    const lone = alone.filter(
      ({ signal, week }) => !shared.some((one) => one.signal === signal && isNear(one.week, week)),
    )
    const worse = new Map(cohorts.map((cohort) => [cohort.signal, cohort.worse]))
    return [...shared, ...lone].map((shock) => withAllowance(shock, worse.get(shock.signal) as -1 | 1))
  })

/**
 * The values as they would have been without what the whole market did since the signal began. A zero stays a zero, and
 * the mean stays the mean, so counts keep about their own noise.
 */
export const withoutMarket = (
  { definition, firstWeek, values }: WeeklySignal,
  shocks: readonly Shock[],
): Float64Array => {
  const own = shocks.filter(({ week }) => week > firstWeek && week < firstWeek + values.length)
  if (own.length === 0) return values
  const cleaned = values.map((value, i) => {
    const shift = own.reduce((sum, shock) => (firstWeek + i >= shock.week ? sum + shock.size : sum), 0)
    return shift === 0 ? value : shifted(value, -shift, definition.kind)
  })
  if (!isRelative(definition.kind)) return cleaned
  const ratio = total(values) / Math.max(total(cleaned), 1e-12)
  return cleaned.map((value) => value * ratio)
}

const total = (values: Float64Array): number =>
  values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value), 0)

const shifted = (value: number, by: number, kind: Kind): number => {
  if (isRelative(kind)) return value * Math.exp(by)
  if (kind === "level") return value + by
  const angle = 2 * Math.asin(Math.sqrt(Math.min(1, Math.max(0, value)))) + by
  return Math.sin(Math.min(Math.PI, Math.max(0, angle)) / 2) ** 2
}

const isClear = (cohort: Cohort, i: number): boolean =>
  (cohort.counts[i] as number) >= leastCohort &&
  Math.abs(cohort.strengths[i] as number) > 1.5 &&
  Math.abs(errorsOf(cohort, i)) > aloneFrom &&
  takesAlong([cohort], i, Math.sign(cohort.strengths[i] as number))

/** Standard errors by which all business signals of a type together move in each week, 0 where it is no more than chance. */
const moveTogether = (business: readonly Cohort[]): readonly number[] =>
  Array.from(business[0]?.counts ?? [], (_, i) => {
    const present = business.filter(({ counts }) => (counts[i] as number) >= leastCohort)
    const errors =
      present.reduce((sum, cohort) => sum + errorsOf(cohort, i), 0) / Math.sqrt(Math.max(1, present.length))
    const isMarket = Math.abs(errors) > togetherFrom && takesAlong(present, i, Math.sign(errors))
    return isMarket ? Math.abs(errors) : 0
  })

/** By how much more than the median a member may be hit before the rest is held against it. */
const allowance = 0.15

const withAllowance = (shock: Shock, worse: -1 | 1): Shock =>
  Math.sign(shock.size) === worse ? { ...shock, size: shock.size + worse * allowance } : shock

/** How far the signals of one type may fall apart in a market, as a standard deviation of log ratios. */
const apart = 0.2

/** A market moves all business of its type: each signal by what its own members did, drawn to what all did where they are few. */
const sharedShocks = (type: string, business: readonly Cohort[], i: number): readonly Shock[] => {
  const weights = business.map((cohort) =>
    (cohort.strengths[i] as number) === 0 ? 0 : 1 / (errorOf(cohort, i) ** 2 + apart ** 2),
  )
  const all = business.reduce((sum, { sizes }, k) => sum + (weights[k] as number) * (sizes[i] as number), 0)
  const common = all / weights.reduce((a, b) => a + b, 0)
  return business.map((cohort) => {
    const own = (cohort.strengths[i] as number) === 0 ? 0 : 1 / errorOf(cohort, i) ** 2
    const size = (own * (cohort.sizes[i] as number) + common / apart ** 2) / (own + 1 / apart ** 2)
    return { ...shockIn(type, cohort, i), size }
  })
}

const shockIn = (type: string, { signal, firstWeek, sizes }: Cohort, i: number): Shock => ({
  type,
  signal,
  week: firstWeek + i,
  size: sizes[i] as number,
})

/** Indices of the strongest values of every stretch of weeks that lie closer together than a span; zeros are none. */
const peaksOf = (strengths: readonly number[]): readonly number[] => {
  const peaks: number[] = []
  const strongestFirst = strengths
    .map((size, i) => ({ size, i }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size)
  for (const { i } of strongestFirst) if (!peaks.some((peak) => isNear(peak, i))) peaks.push(i)
  return peaks
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= span
