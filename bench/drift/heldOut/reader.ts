import { betaBinomial, compound, negativeBinomial, normal, sumOfLogNormals } from "#bench/drift/limit/densities"
import { levelReader } from "#bench/drift/limit/levels"
import { moodReader } from "#bench/drift/limit/moods"
import { chairReader, meetingReader } from "#bench/drift/limit/plain"
import { type Reader, seenIn } from "#bench/drift/limit/told"
import { habits, type Traits } from "./observe.ts"
import type { Source } from "./sources.ts"

/** What was drawn: how far from its level each week would be without a drift, the values and what is behind them. */
type Known = Readonly<{
  source: Source
  level: number
  traits: Traits
  usual: Float64Array
  values: Float64Array
  sizes: Float64Array
}>

/**
 * How likely every value of a signal of the held-out worlds is, with and without a fall. Approximated: sums and means of log-normals are
 * taken for one log-normal of the same mean and variance, and for not rounded; the mood of a share is taken to go on in weeks
 * without an observation, where it stands still.
 */
export const heldOutReader = ({ source, level, traits, usual, values, sizes }: Known): Reader => {
  const { rho, spread, dispersion = 1, deals = 1, tail = 1, agreement = 1, within = 1, isDue = () => false } = traits
  const factor = (i: number, times: number) => (usual[i] as number) * times
  const swing = (mood: number) => Math.exp(spread * mood - spread ** 2 / 2)
  const seen = seenIn(values, sizes)
  switch (source.nature) {
    case "count":
      return moodReader({
        rho,
        swing,
        log: (i, times) => seen(i, (value) => negativeBinomial(value, level * factor(i, times), dispersion)),
      })
    case "amount": {
      const sums = [...values].map((value) => compound(value, (n) => sumOfLogNormals((value * deals) / level, n, tail)))
      return moodReader({
        rho,
        swing,
        log: (i, times) => seen(i, () => (sums[i] as (typeof sums)[number])(deals * factor(i, times))),
      })
    }
    case "share": {
      const chanceAt = (mood: number) => {
        const odds = (level / (1 - level)) * swing(mood)
        return odds / (1 + odds)
      }
      return moodReader({
        rho,
        swing: chanceAt,
        log: (i, times) =>
          seen(i, (value, n) =>
            betaBinomial(Math.round(value * n), n, Math.min(0.98, Math.max(0.002, factor(i, times))), agreement),
          ),
      })
    }
    case "hours":
      return moodReader({
        rho,
        swing,
        log: (i, times) =>
          seen(i, (value, n) => {
            const deviation = Math.sqrt(Math.log1p(Math.expm1(within ** 2) / n))
            const z = (Math.log(Math.max(0.005, value) / (level * factor(i, times))) + deviation ** 2 / 2) / deviation
            return normal(z, deviation)
          }),
      })
    case "meetings":
      return meetingReader(values, isDue, habits.held)
    case "vacancy":
      return chairReader(values, habits.absence, habits.days)
    case "stock":
      return levelReader({
        start: [level, 0],
        keeps: habits.keeps,
        noise: habits.noise * level,
        pull: (i, times) => (1 - habits.keeps) * level * factor(i, times),
        within: (i) => seen(i, (value) => [value === 0 ? Number.NEGATIVE_INFINITY : value - 0.5, value + 0.5] as const),
      })
    case "mark":
      return levelReader({
        start: [0, 1],
        keeps: rho,
        noise: Math.sqrt(1 - rho ** 2),
        pull: () => 0,
        within: (i, times) =>
          seen(i, (value) => {
            const moodAt = (at: number) =>
              (Math.log(Math.max(1e-6, at) / (level * factor(i, times))) + spread ** 2 / 2) / spread
            const isMost = source.most !== undefined && value >= source.most
            return [moodAt(value - 0.005), isMost ? Number.POSITIVE_INFINITY : moodAt(value + 0.005)] as const
          }),
      })
  }
}
