import type { Chance } from "#bench/drift/chance"
import type { Course } from "#bench/drift/truth"

/** A course with the share of the final loss that is reached `after` weeks; 0 before week 0, the same from `settled` on, or nearly. */
export type Drawn = Course & Readonly<{ share: (after: number) => number; settled: number }>

/** Name, weight, durations to choose from, and the form over the unit interval. */
type Family = readonly [name: string, weight: number, weeks: readonly number[], form: (x: number) => number]

const logistic = (x: number) => 1 / (1 + Math.exp(-9 * (x - 0.5)))
const linear = (x: number) => Math.min(1, x)

const families: readonly Family[] = [
  ["step", 6, [1], () => 1],
  ["ramp", 8, [13, 26, 39, 52], linear],
  ["decay", 2, [12, 20, 36], (x) => 1 - Math.exp(-3.5 * x)],
  ["logistic", 2, [12, 24, 40], (x) => (logistic(linear(x)) - logistic(0)) / (logistic(1) - logistic(0))],
  ["step, then ramp", 2, [16, 30], (x) => 0.4 + 0.6 * linear(x)],
  ["two stages", 2, [10, 18, 28], (x) => (x >= 1 ? 1 : 0.45)],
  [
    "slow sag with plateau",
    2,
    [40, 60],
    (x) => (x < 0.35 ? (0.55 * x) / 0.35 : 0.55 + 0.45 * linear((Math.max(x, 0.6) - 0.6) / 0.4)),
  ],
]

/** Draws how a loss unfolds. */
export const drawCourse = (chance: Chance): Drawn => {
  const tickets = families.flatMap((family) => Array.from({ length: family[1] }, () => family))
  const [name, , durations, form] = chance.pick(tickets)
  const weeks = chance.pick(durations)
  const settled = name === "decay" ? 3 * weeks : weeks
  return { name, weeks, settled, share: (after) => (after < 0 ? 0 : form((after + 1) / weeks)) }
}
