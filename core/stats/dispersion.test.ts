import { expect, test } from "vitest"
import { dispersionOf } from "./dispersion.ts"
import { seededRandom } from "./seededRandom.ts"
import { softplus } from "./softplus.ts"

const random = seededRandom(31)
const weekly = (draw: (i: number) => number, weeks = 400) => Float64Array.from({ length: weeks }, (_, i) => draw(i))

test("random events are neither bursty nor regular", () => {
  expect(dispersionOf(weekly(() => random.poisson(4)))).toBeLessThan(1.25)
  const rare = Array.from({ length: 200 }, () => dispersionOf(weekly(() => Math.min(1, random.poisson(0.25)), 104)))
  expect(rare.filter((one) => one < 1).length).toBeLessThan(10)
})

test("bursts are seen, and so is a rhythm", () => {
  expect(dispersionOf(weekly(() => random.poisson(random.uniform() < 0.3 ? 12 : 1)))).toBeGreaterThan(3)
  expect(dispersionOf(weekly((i) => (i % 4 === 0 && random.uniform() < 0.95 ? 1 : 0)))).toBeLessThan(0.4)
})

test("a rhythm that stopped or faltered is still a rhythm, and missing weeks are no gap in it", () => {
  // Not a beat missed between twenty: at most one in forty is.
  expect(dispersionOf(weekly((i) => (i < 80 && i % 4 === 0 ? 1 : 0), 120))).toBeCloseTo(1 / Math.log(40), 9)
  expect(dispersionOf(weekly((i) => (i % (i < 80 ? 3 : 13) === 0 ? 1 : 0), 120))).toBeLessThan(0.5)
  expect(dispersionOf(weekly((i) => (i % 4 === 0 ? 1 : Number.NaN), 120))).toBeCloseTo(1 / Math.log(60), 9)
})

test("a missed beat says no more than how rarely one is missed", () => {
  const skipping = (share: number) => dispersionOf(weekly((i) => (i % 4 === 0 && random.uniform() >= share ? 1 : 0)))
  expect(skipping(0.02)).toBeLessThan(skipping(0.1))
  expect(skipping(0.1)).toBeGreaterThan(1 / Math.log(20))
})

test("softplus is log(1 + exp(x)) to eight digits, and its asymptotes beyond", () => {
  for (let x = -60; x <= 60; x += 0.0371) {
    const exact = x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x))
    expect(Math.abs(softplus(x) - exact)).toBeLessThan(1e-8)
  }
})
