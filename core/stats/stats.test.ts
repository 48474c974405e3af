import { describe, expect, test } from "vitest"
import { autocorrelation, autocorrelations, longRunFactor } from "./autocorrelation.ts"
import { logGamma } from "./logGamma.ts"
import { logAddExp, logSumExp } from "./logSumExp.ts"
import { median, robustDeviation } from "./median.ts"
import { seasonOf } from "./season.ts"
import { seededRandom } from "./seededRandom.ts"
import { select } from "./select.ts"
import { shortSpanNoise } from "./shortSpanNoise.ts"
import { stabilise } from "./stabilise.ts"
import { withoutSpikes } from "./withoutSpikes.ts"

describe("logGamma", () => {
  test("is the factorial at whole numbers and sqrt(pi) at a half", () => {
    expect(logGamma(1)).toBeCloseTo(0, 12)
    expect(logGamma(11)).toBeCloseTo(Math.log(3628800), 12)
    expect(Math.exp(2 * logGamma(0.5))).toBeCloseTo(Math.PI, 12)
  })
  test("satisfies x gamma(x) = gamma(x + 1)", () => {
    for (const x of [0.1, 0.7, 3.3, 9.5, 15.4, 15.6, 16.5, 250.5, 1023.5, 1024])
      expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 10)
  })
})

test("logSumExp neither overflows nor loses what is small", () => {
  expect(logSumExp([1000, 1000])).toBeCloseTo(1000 + Math.LN2, 12)
  expect(logSumExp([])).toBe(Number.NEGATIVE_INFINITY)
  expect(logAddExp(-2000, -2000)).toBeCloseTo(-2000 + Math.LN2, 12)
  expect(logAddExp(Number.NEGATIVE_INFINITY, 3)).toBe(3)
})

test("median and robust deviation leave out what is missing and shrug off an outlier", () => {
  expect(median([3, Number.NaN, 1, 2])).toBe(2)
  expect(median([4, 1])).toBe(2.5)
  expect(median([])).toBeUndefined()
  expect(robustDeviation([1, 2, 3, 4, 1e9])).toBeCloseTo(1.4826, 12)
})

test("select finds what a sort would put there, ties and all", () => {
  const random = seededRandom(5)
  for (let length = 1; length <= 60; length++) {
    const values = Float64Array.from({ length }, () => Math.floor(10 * random.uniform()))
    const sorted = values.slice().sort()
    for (let k = 0; k < length; k++) expect(select(values.slice(), length, k)).toBe(sorted[k])
  }
})

test("autocorrelation is found again in a first-order process, and widens", () => {
  const random = seededRandom(4)
  const values = new Float64Array(4000)
  for (let i = 1; i < values.length; i++) values[i] = 0.6 * (values[i - 1] as number) + random.normal()
  expect(autocorrelation(values)).toBeCloseTo(0.6, 1)
  expect(longRunFactor([0.6])).toBeCloseTo(4, 12)
  expect(longRunFactor([-0.6])).toBe(1)
  expect(autocorrelation([1, Number.NaN, 1])).toBe(0)
  const mixed = values.map((value) => value + 1.25 * random.normal()) // half mood, half independent noise
  expect(longRunFactor(autocorrelations(mixed))).toBeGreaterThan(2)
})

test("seeded random repeats itself and has the asked mean", () => {
  const [a, b] = [seededRandom(9), seededRandom(9)]
  const draws = Array.from({ length: 4000 }, () => a.poisson(40))
  expect(Array.from({ length: 4000 }, () => b.poisson(40))).toEqual(draws)
  expect(draws.reduce((sum, one) => sum + one, 0) / draws.length).toBeCloseTo(40, 0)
})

test("stabilised noise is alike at every level", () => {
  const random = seededRandom(2)
  for (const rate of [5, 50]) {
    const { values } = stabilise(
      Float64Array.from({ length: 4000 }, () => random.poisson(rate)),
      "count",
    )
    expect(robustDeviation(values)).toBeCloseTo(1, 0)
  }
  const hours = [2, 8, Number.NaN, 31]
  const inMinutes = stabilise(
    hours.map((hour) => hour * 60),
    "latency",
  ).values
  expect(Array.from(stabilise(hours, "latency").values)).toEqual(Array.from(inMinutes))
})

describe("short-span noise", () => {
  const random = seededRandom(8)
  const white = Float64Array.from({ length: 600 }, () => random.normal())
  const variance = (values: Float64Array) => {
    const mean = values.reduce((a, b) => a + b, 0) / values.length
    return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  }
  const of = (values: Float64Array) => shortSpanNoise(values, variance(values))
  test("is near one for white noise, little for a jump, much for quick wandering", () => {
    expect(of(white)).toBeGreaterThan(0.6)
    expect(of(white)).toBeLessThan(1.2)
    expect(of(white.map((value, i) => value + (i > 300 ? 8 : 0)))).toBeLessThan(0.3)
    let mood = 0
    const wandering = white.map((value) => {
      mood = 0.9 * mood + value
      return mood
    })
    expect(of(wandering)).toBeGreaterThan(1.3)
    expect(shortSpanNoise(new Float64Array(50), 0)).toBe(0)
  })
})

test("a lone odd value is calmed, two in a row and a missing one stay", () => {
  expect(Array.from(withoutSpikes(Float64Array.of(1, 2, 1, 90, 2, 1, 2, 1)))[3]).toBe(2)
  expect(Array.from(withoutSpikes(Float64Array.of(1, 2, 1, 2, 1, 2, 90)))[6]).toBe(2)
  expect(Array.from(withoutSpikes(Float64Array.of(1, 2, 1, 90, 90, 2, Number.NaN, 1)))).toEqual([
    1,
    2,
    1,
    90,
    90,
    2,
    Number.NaN,
    1,
  ])
})

describe("season", () => {
  const random = seededRandom(3)
  const series = (weeks: number, swing: number) =>
    Float64Array.from({ length: weeks }, (_, i) =>
      random.poisson(20 * (1 + swing * Math.sin((2 * Math.PI * i) / 52.1775))),
    )
  test("is found when there is one", () => {
    const season = seasonOf(series(156, 0.4)) as Float64Array
    expect(season[13]).toBeGreaterThan(1.3)
    expect(season[39]).toBeLessThan(0.7)
  })
  test("is not invented, and not looked for before two years", () => {
    expect(seasonOf(series(156, 0))).toBeUndefined()
    expect(seasonOf(series(90, 0.4))).toBeUndefined()
  })
})
