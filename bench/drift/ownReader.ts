import { binomial, compound, negativeBinomial, normal, sumOfLogNormals } from "./limit/densities.ts"
import { levelReader } from "./limit/levels.ts"
import { moodReader } from "./limit/moods.ts"
import { chairReader, meetingReader } from "./limit/plain.ts"
import { type Reader, seenIn } from "./limit/told.ts"
import { absence, amounts, counts, held, hours, type Noise, stocks } from "./signals.ts"

/** What was drawn: the mean that each week would have without a drift, the values, the noise. */
type Known = Readonly<{
  key: string
  level: number
  usual: Float64Array
  values: Float64Array
  noise: Noise
  isDue: (i: number) => boolean
}>

/**
 * How likely every value of a signal of the own worlds is, with and without a fall. Approximated: a sum of n log-normal amounts is taken for one
 * log-normal; hours and amounts for not rounded; a perception gap for not cut at 0.
 */
export const ownReader = ({ key, level, usual, values, noise, isDue }: Known): Reader => {
  const { sluggish: rho, unrest } = noise
  if (key.startsWith("sponsor_vacant")) return chairReader(values, absence.chance, absence.days)
  if (key === "governance_meetings_held") return meetingReader(values, isDue, held)
  const mean = (i: number, times: number) => (usual[i] as number) * times
  const restless = (mood: number) => Math.exp(unrest * mood - unrest ** 2 / 2)
  const seen = seenIn(values)
  if (stocks.has(key))
    return levelReader({
      start: [usual[0] as number, 0],
      keeps: 0.75,
      noise: 0.02 * level,
      pull: (i, times) => 0.25 * mean(i, times),
      within: (i) => seen(i, (value) => [value === 0 ? Number.NEGATIVE_INFINITY : value - 0.5, value + 0.5] as const),
    })
  if (key === "perception_gap")
    return levelReader({
      start: [0, 1],
      keeps: rho,
      noise: Math.sqrt(1 - rho ** 2),
      pull: () => 0,
      within: (i, times) =>
        seen(i, (value) => {
          const moodAt = (at: number) => (at - mean(i, times)) / (0.15 * level)
          return [moodAt(value - 0.005), moodAt(value + 0.005)] as const
        }),
    })
  if (counts.has(key))
    return moodReader({
      rho,
      swing: restless,
      log: (i, times) => seen(i, (value) => negativeBinomial(value, mean(i, times), noise.burst)),
    })
  if (amounts.has(key)) {
    const sums = [...values].map((value) => compound(value, (n) => sumOfLogNormals(value / (level / 4), n, 0.6)))
    return moodReader({
      rho,
      swing: restless,
      log: (i, times) => seen(i, () => (sums[i] as (typeof sums)[number])((4 * mean(i, times)) / level)),
    })
  }
  if (hours.test(key))
    return moodReader({
      rho,
      swing: restless,
      log: (i, times) => seen(i, (value) => normal(Math.log(Math.max(0.025, value) / mean(i, times)) / 0.3, 0.3)),
    })
  return moodReader({
    rho,
    swing: (mood) => 1 + 0.05 * mood,
    log: (i, times) =>
      seen(i, (value) =>
        binomial(Math.round(value * noise.size), noise.size, Math.min(0.99, Math.max(0.005, mean(i, times)))),
      ),
  })
}
