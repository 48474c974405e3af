import { describe, expect, test } from "vitest"
import { dispersionOf } from "#core/stats/dispersion"
import { seededRandom } from "#core/stats/seededRandom"
import { stabilise } from "#core/stats/stabilise"
import { type Detection, detectOnset } from "./detect.ts"
import { countOnsetOf } from "./verdict/countOnset.ts"
import { onsetOf } from "./verdict/onset.ts"

const random = seededRandom(31)
const counts = (rate: (i: number) => number, length = 156) =>
  Float64Array.from({ length }, (_, i) => random.poisson(rate(i)))
const detect = (values: Float64Array) => detectOnset(values, { kind: "count", worse: "lower" }) as Detection

test("a clear fall is dated, with levels before and after", () => {
  const found = detect(counts((i) => (i < 100 ? 6 : 1)))
  expect(found.probability).toBeGreaterThan(0.99)
  expect(Math.abs((found.onset?.index ?? 0) - 100)).toBeLessThanOrEqual(3)
  expect(found.before).toBeCloseTo(6, 0)
  expect(found.after).toBeCloseTo(1, 0)
  expect(found.episodes().at(-1)).toMatchObject({ end: undefined, outcome: "open" })
})

test.each([2, 3, 4, 6, 8, 13])("the band of a sudden fall %d weeks old holds its onset", (age) => {
  const runs = 120
  const found = Array.from({ length: runs }, () => detect(counts((i) => (i < 100 ? 6 : 0), 100 + age)))
    .filter(({ probability }) => probability > 0.5)
    .map(({ onset }) => onset)
  expect(found.length).toBeGreaterThan(age < 3 ? 20 : 60)
  const holding = found.filter((onset) => onset && onset.low <= 100 && onset.high >= 100)
  expect(holding.length / found.length).toBeGreaterThanOrEqual(0.9)
})

test("one odd last week is no evidence", () => {
  const values = Float64Array.from({ length: 100 }, (_, i) => (i < 99 ? 6 + (i % 3) : 0))
  expect(detect(values).probability).toBeLessThan(0.5)
})

test("a fall that stays is open for ever; the end of a doubled half year is none", () => {
  expect(detect(counts((i) => (i < 100 ? 8 : 4), 500))).toMatchObject({ onset: { index: expect.any(Number) } })
  expect(detect(counts((i) => (i < 100 ? 8 : 4), 500)).probability).toBeGreaterThan(0.9)
  expect(detect(counts((i) => (i >= 100 && i < 126 ? 12 : 6), 200)).probability).toBeLessThan(0.5)
})

test("a rise is not a fall", () => {
  expect(detect(counts((i) => (i < 100 ? 2 : 8))).probability).toBeLessThan(0.5)
})

test("a fall that was made good again is a past episode, and a second one is the open one", () => {
  const recovered = detect(counts((i) => (i > 50 && i < 90 ? 1 : 8)))
  expect(recovered.probability).toBeLessThan(0.5)
  expect(recovered.episodes()).toHaveLength(1)
  expect(recovered.episodes()[0]).toMatchObject({ outcome: "recovered" })
  const again = detect(counts((i) => ((i > 40 && i < 80) || i >= 130 ? 1 : 8)))
  expect(again.probability).toBeGreaterThan(0.9)
  expect(Math.abs((again.onset?.index ?? 0) - 130)).toBeLessThanOrEqual(4)
})

test("silence after rare events is seen", () => {
  const found = detect(counts((i) => (i < 300 ? 0.15 : 0), 650))
  expect(found.probability).toBeGreaterThan(0.9)
  expect(found.onset?.low).toBeLessThanOrEqual(300)
})

test("missing weeks are missing, not zero", () => {
  const gaps = counts(() => 5).map((value, i) => (i > 120 ? Number.NaN : value))
  expect(detect(gaps).probability).toBeLessThan(0.5)
  expect(detectOnset(new Float64Array(60).fill(Number.NaN), { kind: "count", worse: "lower" })).toBeUndefined()
})

test.each([
  ["latency", (bad: boolean) => Math.exp(3 + 0.4 * random.normal() + (bad ? 1.2 : 0)), "higher"],
  ["amount", (bad: boolean) => Math.exp(10 + 0.4 * random.normal() - (bad ? 1 : 0)), "lower"],
  ["proportion", (bad: boolean) => random.poisson(bad ? 4 : 9) / 20, "lower"],
  ["level", (bad: boolean) => 40 + 3 * random.normal() - (bad ? 12 : 0), "lower"],
] as const)("%s: a change to the worse is found and dated", (kind, draw, worse) => {
  const found = detectOnset(
    Float64Array.from({ length: 120 }, (_, i) => draw(i >= 80)),
    { kind, worse },
  ) as Detection
  expect(found.probability).toBeGreaterThan(0.95)
  expect(found.onset?.low).toBeLessThanOrEqual(80)
  expect(found.onset?.high).toBeGreaterThanOrEqual(79)
})

describe("no false alarm on stationary counts", () => {
  test.each([0.3, 2, 12])("mean %d a week", (rate) => {
    const runs = 300
    let alarms = 0
    for (let run = 0; run < runs; run++) if (detect(counts(() => rate)).probability > 0.9) alarms++
    expect(alarms / runs).toBeLessThanOrEqual(0.01)
  })
})

describe("what the quick screen lets go would not have been found by the full question either", () => {
  const unlikely = Math.log(9) // below it, P < 1/2 with the prior of 0.1
  test("amounts", () => {
    let screened = 0
    for (let run = 0; run < 300; run++) {
      const values = Float64Array.from({ length: 104 }, (_, i) =>
        Math.exp(2 + 0.5 * random.normal() - (i > 80 ? 0.15 : 0)),
      )
      if (detectOnset(values, { kind: "amount", worse: "lower" })?.onset !== undefined) continue
      screened++
      const { values: stabilised, noiseFloor } = stabilise(values, "amount")
      expect(onsetOf(stabilised, { direction: -1, noiseFloor })?.logBayes ?? 0).toBeLessThan(unlikely)
    }
    expect(screened).toBeGreaterThan(100)
  })
  test("counts", () => {
    let screened = 0
    for (let run = 0; run < 600; run++) {
      const values = counts((i) => 3 - (i > 60 ? Math.min(1, (i - 60) / 40) : 0), 120)
      if (detect(values).onset !== undefined) continue
      screened++
      const { values: stabilised, noiseFloor } = stabilise(values, "count")
      const full = countOnsetOf(values, stabilised, dispersionOf(values), { direction: -1, noiseFloor })
      expect(full?.logBayes ?? 0).toBeLessThan(unlikely)
    }
    expect(screened).toBeGreaterThan(30)
  })
})
