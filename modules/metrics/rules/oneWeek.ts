/** What a signal's numbers are; decides how their noise is treated, and how the days of a week become one. */
export type SignalKind = "count" | "proportion" | "latency" | "amount" | "level"

/** One recorded value; `size` is how many observations stand behind it, NaN where nobody said. */
export type Observation = Readonly<{ value: number; expected: number; size: number }>

/**
 * How several values of one week become one: counts and amounts of its days add up; of a level the last is where it stood; shares and
 * answer times are means, weighed by what stands behind each.
 */
export const weekOfKind: Readonly<Record<SignalKind, "sum" | "last" | "mean">> = {
  count: "sum",
  amount: "sum",
  level: "last",
  proportion: "mean",
  latency: "mean",
}

/** Several values of one week as one, in the order of their days; at least one. Linear time. */
export const oneWeek = (kind: SignalKind, days: readonly Observation[]): Observation => {
  const last = days.at(-1)
  if (last === undefined) throw new RangeError("a week without a value is no week")
  const how = weekOfKind[kind]
  if (days.length === 1 || how === "last") return last
  const sizes = days.map(({ size }) => size)
  const weights = how === "sum" || sizes.some((size) => !(size > 0)) ? days.map(() => 1) : sizes
  const together = (of: (day: Observation) => number): number => combined(days.map(of), weights, how)
  return {
    value: together(({ value }) => value),
    expected: together(({ expected }) => expected),
    size: combined(sizes, weights, "sum"),
  }
}

/** Of a sum nothing may be missing: an unknown day is no zero. A mean leaves out what is; NaN when everything is. */
const combined = (values: readonly number[], weights: readonly number[], how: "sum" | "mean"): number => {
  let sum = 0
  let weight = 0
  for (const [at, value] of values.entries()) {
    if (Number.isNaN(value)) {
      if (how === "sum") return Number.NaN
      continue
    }
    const own = how === "sum" ? 1 : (weights[at] ?? 1)
    sum += own * value
    weight += own
  }
  return weight === 0 ? Number.NaN : how === "sum" ? sum : sum / weight
}

type OfWeek<Day> = readonly (readonly [week: number, days: readonly Day[]])[]

/** Share of a record's weeks that hold the same number of days, for it to be one that is kept day by day. */
const kept = 0.8

/**
 * Weeks in their order, without those at either end that hold fewer days than the others, where a sum is recorded day by day: the
 * record begins or ends within them, and what adds up would look like a fall. Where the number of days differs from week to week
 * nobody can tell a cut week from a quiet one, and all stay. O(n log n).
 */
export const wholeWeeks = <Day>(kind: SignalKind, weeks: OfWeek<Day>): OfWeek<Day> => {
  const between = weeks.slice(1, -1).map(([, days]) => days.length)
  const usual = between.toSorted((a, b) => a - b)[between.length >> 1] ?? 1
  const isDaily = between.filter((count) => count === usual).length >= kept * between.length
  if (weekOfKind[kind] !== "sum" || !isDaily) return weeks
  return weeks.filter(([, days], at) => (at > 0 && at < weeks.length - 1) || days.length >= usual)
}
