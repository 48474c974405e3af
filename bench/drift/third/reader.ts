import { binomial, compound, gamma, negativeBinomial, sumOfGammas } from "#bench/drift/limit/densities"
import { levelReader } from "#bench/drift/limit/levels"
import { moodReader } from "#bench/drift/limit/moods"
import { chairReader, meetingReader } from "#bench/drift/limit/plain"
import { type Reader, seenIn } from "#bench/drift/limit/told"
import type { Source } from "./sources.ts"
import { habits, type Temper } from "./weeks.ts"

/** What was drawn: how many times its level each week would be without a drift, the values, of how many, and when something was due. */
type Known = Readonly<{
  source: Source
  temper: Temper
  usual: Float64Array
  values: Float64Array
  sizes: Float64Array
  due: Uint8Array
}>

/**
 * How likely every value of a signal of the third generator is, with and without a fall. Approximated: what is read off a scale is taken for
 * a mood that knows no bounds, waits for not rounded; the mood of waits is taken to go on in weeks without one, where it stands still.
 */
export const thirdReader = ({ source, temper, usual, values, sizes, due }: Known): Reader => {
  const { level, lasting: rho, unrest, evenness } = temper
  const swing = (mood: number) => 1 + unrest * Math.max(-3, Math.min(3, mood))
  const mean = (i: number, times: number) => level * (usual[i] as number) * times
  const seen = seenIn(values, sizes)
  switch (source.from) {
    case "arrivals":
      return moodReader({
        rho,
        swing,
        log: (i, times) => seen(i, (value) => negativeBinomial(value, mean(i, times), evenness)),
      })
    case "beats":
      return meetingReader(values, (i) => due[i] === 1, habits.held)
    case "trials":
      return moodReader({
        rho,
        swing: (mood) => 1 + habits.trials * (swing(mood) - 1),
        log: (i, times) =>
          seen(i, (value, n) => {
            const p = Math.max(0.001, Math.min(source.most ?? 0.99, mean(i, times)))
            return binomial(Math.round(value * n), n, p)
          }),
      })
    case "waits":
      return moodReader({
        rho,
        swing,
        log: (i, times) => seen(i, (value, n) => gamma(Math.max(0.025, value), mean(i, times), habits.heavy * n)),
      })
    case "sales": {
      const sums = [...values].map((value) =>
        compound(value, (n) => sumOfGammas((value * habits.sales) / level, n, habits.heavy)),
      )
      return moodReader({
        rho,
        swing,
        log: (i, times) => seen(i, () => (sums[i] as (typeof sums)[number])((habits.sales * mean(i, times)) / level)),
      })
    }
    case "gauge":
      return levelReader({
        start: [0, 1],
        keeps: rho,
        noise: Math.sqrt(1 - rho ** 2),
        pull: () => 0,
        within: (i, times) =>
          seen(i, (value) => {
            const moodAt = (at: number) => (at / mean(i, times) - 1) / unrest
            const isMost = source.most !== undefined && value >= source.most
            return [moodAt(value - 0.005), isMost ? Number.POSITIVE_INFINITY : moodAt(value + 0.005)] as const
          }),
      })
    case "empty":
      return chairReader(values, habits.absence, habits.days)
  }
}
