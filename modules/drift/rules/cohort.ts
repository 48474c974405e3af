import { median } from "#core/stats/median"
import type { Subject, WeeklySignal } from "./finding.ts"
import { type Movement, movementOf } from "./movement.ts"

/** Members that make a median worth looking at. */
const leastMembers = 3

/** Standard error of a median in units of one member's standard deviation, times the root of their number. */
const ofMedian = 1.25

/** One signal of a type: what its members did in the median, week by week from `firstWeek` on. */
export type Cohort = Readonly<{
  signal: string
  /** A count or an amount that should be high, meetings apart: what a market takes away. */
  isBusiness: boolean
  /** The sign of a movement for the worse. */
  worse: -1 | 1
  firstWeek: number
  /** Members with a movement in that week; below three the other figures are 0. */
  counts: Float64Array
  sizes: Float64Array
  strengths: Float64Array
  /** A member's usual movement. */
  usual: number
  /** Each member's own movement, by its place in the list of members. */
  own: readonly (Movement & Readonly<{ member: number }>)[]
}>

/** The cohorts of one type, a signal each. O(members x weeks) per signal. */
export const cohortsOf = (members: readonly Subject[], lastWeek: number): readonly Cohort[] => {
  const signals = members.flatMap(({ signals }, member) => signals.map((signal) => ({ member, signal })))
  const firstWeek = Math.min(...signals.map(({ signal }) => signal.firstWeek))
  const weeks = Math.max(0, lastWeek - firstWeek + 1)
  return [...Map.groupBy(signals, ({ signal }) => signal.definition.key).values()].map((cohort) =>
    cohortOf(cohort, firstWeek, weeks),
  )
}

type Member = Readonly<{ member: number; signal: WeeklySignal }>

const cohortOf = (signals: readonly Member[], firstWeek: number, weeks: number): Cohort => {
  const { key, kind, worse, dimension } = (signals[0] as Member).signal.definition
  const movements = signals.map(({ member, signal }) => ({ member, ...movementOf(signal, firstWeek + weeks - 1) }))
  const [counts, sizes, strengths] = [new Float64Array(weeks), new Float64Array(weeks), new Float64Array(weeks)]
  const [ownSizes, ownStrengths] = [new Float64Array(signals.length), new Float64Array(signals.length)]
  for (let i = 0; i < weeks; i++) {
    let present = 0
    for (const movement of movements) {
      const at = firstWeek + i - movement.firstWeek
      const size = movement.sizes[at] ?? Number.NaN
      if (Number.isNaN(size)) continue
      ownSizes[present] = size
      ownStrengths[present++] = movement.strengths[at] as number
    }
    counts[i] = present
    if (present < leastMembers) continue
    sizes[i] = median(ownSizes.subarray(0, present)) as number
    strengths[i] = median(ownStrengths.subarray(0, present)) as number
  }
  return {
    signal: key,
    isBusiness: worse === "lower" && (kind === "count" || kind === "amount") && dimension !== "governance",
    worse: worse === "lower" ? -1 : 1,
    firstWeek,
    counts,
    sizes,
    strengths,
    usual: median(movements.map((movement) => movement.usual)) as number,
    own: movements,
  }
}

/** Share of the members that must have gone along before a movement is the market's. */
const nearlyAll = 0.8

/**
 * Did four in five members go one way (-1 or 1) around a week, each by all the signals given together? A market takes nearly everyone along. Where
 * many drift each for itself the median gives way as well, and the more members there are the surer it looks; but half of the others
 * still go the other way.
 */
export const takesAlong = (cohorts: readonly Cohort[], i: number, way: number): boolean => {
  const sums = new Map<number, number>()
  for (const { own, firstWeek } of cohorts) {
    for (const movement of own) {
      const strength = movement.strengths[firstWeek + i - movement.firstWeek] ?? Number.NaN
      if (!Number.isNaN(strength)) sums.set(movement.member, (sums.get(movement.member) ?? 0) + strength)
    }
  }
  let along = 0
  for (const sum of sums.values()) if (way * sum > 0) along++
  return along >= nearlyAll * sums.size
}

/** The median movement of a week in its standard errors. */
export const errorsOf = ({ strengths, counts }: Cohort, i: number): number =>
  ((strengths[i] as number) * Math.sqrt(counts[i] as number)) / ofMedian

/** Standard error of the size of the median movement of a week. */
export const errorOf = ({ usual, counts }: Cohort, i: number): number =>
  (ofMedian * usual) / Math.sqrt(Math.max(1, counts[i] as number))
