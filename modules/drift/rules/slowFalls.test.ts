import { expect, test } from "vitest"
import { seededRandom } from "#core/stats/seededRandom"
import { weekFromNumber, weekNumber } from "#core/time"
import { findSignal, type SignalDefinition } from "#rules/metrics"
import { assessPortfolio } from "./portfolio.ts"

const firstWeek = weekNumber("2024-01-01")
const weeks = 130

/** What is said of one count with this mean, the onset in weeks from the first. */
const saidOf = (seed: number, mean: (week: number) => number) => {
  const random = seededRandom(seed)
  const definition = findSignal("registrations") as SignalDefinition
  const values = Float64Array.from({ length: weeks }, (_, week) => random.poisson(mean(week)))
  const signals = [{ definition, firstWeek, values }]
  const subject = { partnership: "p", type: "reseller", signals, events: [] }
  const [finding] = assessPortfolio([subject], weekFromNumber(firstWeek + weeks))
  const onset = finding?.onset
  return {
    drifting: finding?.drifting,
    from: onset ? weekNumber(onset.low) - firstWeek : Number.NaN,
    to: onset ? weekNumber(onset.high) - firstWeek : Number.NaN,
  }
}
const along = (week: number, from: number, to: number) => Math.max(0, Math.min(1, (week - from) / (to - from)))
const seeds = [1, 2, 3, 4]

test("a slow fall without a season is found, its band within a month of the first week", () => {
  for (const seed of seeds) {
    const said = saidOf(seed, (week) => 6 - 4 * along(week, 70, 100))
    expect(said.drifting).toBe(true)
    expect(said.from).toBeLessThanOrEqual(74)
    expect(said.to).toBeGreaterThanOrEqual(66)
  }
})

test("a rare event, one in two weeks, that fades over a year is found", () => {
  for (const seed of seeds) expect(saidOf(seed, (week) => 0.6 - 0.55 * along(week, 60, 110)).drifting).toBe(true)
})

test("a straight decline since the first week is no trend to get used to, and straight growth no drift", () => {
  for (const seed of seeds) {
    expect(saidOf(seed, (week) => 8 - (7 * week) / weeks).drifting).toBe(true)
    expect(saidOf(seed, (week) => 2 + (6 * week) / weeks).drifting).toBe(false)
  }
})
