import { describe, expect, test } from "vitest"
import { countCost } from "#core/changepoint/cost/counts"
import { gaussianCost } from "#core/changepoint/cost/gaussian"
import type { SegmentCost } from "#core/changepoint/cost/segmentCost"
import { bestPath } from "#core/changepoint/search/bestPath"
import { forwardBackward } from "#core/changepoint/search/forwardBackward"
import { logSumExp } from "#core/stats/logSumExp"
import { seededRandom } from "#core/stats/seededRandom"
import { segment } from "./segment.ts"

/** Every segmentation there is, one by one: the oracle. */
const enumerate = (cost: SegmentCost, logHazard: number, minLength: number) => {
  const n = cost.length
  const all: { points: number[]; score: number }[] = []
  for (let mask = 0; mask < 2 ** (n - 1); mask++) {
    const points = Array.from({ length: n - 1 }, (_, i) => i + 1).filter((i) => mask & (1 << (i - 1)))
    const cuts = [0, ...points, n]
    if (cuts.slice(1).some((cut, k) => cut - (cuts[k] as number) < minLength)) continue
    const evidence = cuts.slice(1).reduce((sum, cut, k) => sum + cost.logEvidence(cuts[k] as number, cut), 0)
    all.push({ points, score: evidence + points.length * logHazard })
  }
  return all
}

const random = seededRandom(11)
const short = Float64Array.from({ length: 11 }, (_, i) => (i === 4 ? Number.NaN : random.normal() + (i > 5 ? 3 : 0)))
const counts = Float64Array.from({ length: 11 }, (_, i) => random.poisson(i > 5 ? 1 : 6))
const hazard = Math.log(0.1)

describe.each([
  ["normal, straight pieces", gaussianCost(short, { noise: 0.8, centre: 1, spread: 2, linear: true })],
  ["normal, level pieces", gaussianCost(short, { noise: 0.8, centre: 1, spread: 2, linear: false })],
  ["counts", countCost(counts, 1.3)],
])("exact search against every segmentation: %s", (_, cost) => {
  test.each([1, 2, 3])("segments of at least %i", (minLength) => {
    const all = enumerate(cost, hazard, minLength)
    const total = logSumExp(all.map(({ score }) => score))
    const found = forwardBackward(cost, hazard, minLength)
    expect(found.logEvidence).toBeCloseTo(total, 9)
    for (let i = 1; i < cost.length; i++) {
      const through = logSumExp(all.filter(({ points }) => points.includes(i)).map(({ score }) => score))
      expect(found.probabilities[i]).toBeCloseTo(Math.exp(through - total), 9)
    }
    const best = all.reduce((a, b) => (b.score > a.score ? b : a))
    expect(bestPath(cost, hazard, minLength)).toMatchObject({ points: best.points })
  })
})

test("the closed form of a level equals the integral done by hand", () => {
  const cost = gaussianCost([1.2, 0.4, 2], { noise: 0.7, centre: 0.5, spread: 1.1, linear: false })
  let sum = 0
  const step = 0.001
  for (let level = -8; level < 9; level += step) {
    const normal = (x: number, mean: number, sd: number) =>
      Math.exp(-0.5 * ((x - mean) / sd) ** 2) / (sd * Math.sqrt(2 * Math.PI))
    sum += [1.2, 0.4, 2].reduce((product, y) => product * normal(y, level, 0.7), normal(level, 0.5, 1.1)) * step
  }
  expect(cost.logEvidence(0, 3)).toBeCloseTo(Math.log(sum), 6)
})

describe("segment", () => {
  const noisy = (f: (i: number) => number, n = 120) =>
    Float64Array.from({ length: n }, (_, i) => f(i) + random.normal())
  test("finds a step, a bend, and nothing", () => {
    expect(segment([noisy((i) => (i < 50 ? 0 : 4))]).points).toEqual([50])
    const [bend] = segment([noisy((i) => (i < 60 ? 0 : (i - 60) * 0.4))]).points
    expect(Math.abs((bend as number) - 60)).toBeLessThanOrEqual(6)
    const nothing = segment([noisy(() => 0)])
    expect(nothing.points).toEqual([])
    expect(nothing.probability).toBeLessThan(0.5)
  })
  test("does not care about origin and unit", () => {
    const values = noisy((i) => (i < 30 ? 2 : i < 80 ? -2 : 1))
    const moved = values.map((value) => 1000 - 250 * value)
    expect(segment([moved]).points).toEqual(segment([values]).points)
    expect(segment([moved]).probability).toBeCloseTo(segment([values]).probability, 9)
  })
  test("does not cut what wanders quickly around one level", () => {
    let mood = 0
    const wandering = noisy(() => 0, 600).map((value) => {
      mood = 0.85 * mood + value
      return mood
    })
    expect(segment([wandering]).points.length).toBeLessThanOrEqual(1)
  })
  test("finds the very place in a long series", () => {
    expect(segment([noisy((i) => (i < 7003 ? 0 : 9), 20_000)]).points).toEqual([7003])
  })
  test("says nothing about a constant or a very short series", () => {
    expect(segment([new Float64Array(50).fill(7)]).points).toEqual([])
    expect(segment([Float64Array.of(1, 9)]).points).toEqual([])
  })
  test("leaves missing values missing", () => {
    const values = noisy((i) => (i < 50 ? 0 : 6)).map((value, i) => (i % 4 === 1 ? Number.NaN : value))
    const [point] = segment([values]).points
    expect(Math.abs((point as number) - 50)).toBeLessThanOrEqual(1)
  })
})
