import { describe, expect, test } from "vitest"
import { fitCountShapes } from "#core/changepoint/cost/countShapes"
import { fitShapes, rampLengths } from "#core/changepoint/cost/onsetShapes"
import { logGamma } from "#core/stats/logGamma"
import { seededRandom } from "#core/stats/seededRandom"
import { bandOf } from "./band.ts"
import { onsetOf } from "./onset.ts"

const random = seededRandom(21)
const clip = (x: number) => Math.max(0, Math.min(1, x))
const values = Float64Array.from({ length: 40 }, (_, i) =>
  i % 9 === 5 ? Number.NaN : random.normal() - (i > 22 ? 2 : 0),
)

test.each([-1, 1] as const)(
  "R^2 of every shape in direction %i equals the squared correlation with it",
  (direction) => {
    const moved = values.map((value) => -direction * value)
    const fit = fitShapes(moved, { direction, noiseFloor: 0, before: 4, after: 4 })
    let compared = 0
    rampLengths.forEach((d, r) => {
      for (let start = 1; start < values.length; start++) {
        const found = fit.explained[r * values.length + start] as number
        if (found === 0) continue
        const pairs = Array.from(moved, (y, i) => [clip((i - start + 1) / d), y] as const).filter(
          ([, y]) => !Number.isNaN(y),
        )
        const mean = (k: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[k], 0) / pairs.length
        const [ms, my] = [mean(0), mean(1)]
        const sum = (f: (s: number, y: number) => number) =>
          pairs.reduce((total, [s, y]) => total + f(s - ms, y - my), 0)
        const r2 = sum((s, y) => s * y) ** 2 / (sum((s) => s * s) * sum((_, y) => y * y))
        expect(found).toBeCloseTo(r2, 9)
        expect(Math.sign(sum((s, y) => s * y))).toBe(direction)
        compared++
      }
    })
    expect(compared).toBeGreaterThan(100)
  },
)

test("the count evidence of a shape equals the sum written out", () => {
  const counts = Float64Array.from({ length: 24 }, (_, i) => (i === 7 ? Number.NaN : random.poisson(i > 11 ? 1 : 4)))
  const [start, r] = [10, 2]
  const one = {
    count: 1,
    starts: Int32Array.of(start),
    ramps: Int32Array.of(r),
    explained: Float64Array.of(1),
    prior: 1,
  }
  const found = fitCountShapes(counts, -1, 1, one)
  const seen = Array.from(counts).filter((y) => !Number.isNaN(y))
  const total = seen.reduce((a, b) => a + b, 0)
  const rate = (0.5 * seen.length) / total
  const evidence = (share: (i: number) => number) => {
    const exposure = counts.reduce((sum, y, i) => sum + (Number.isNaN(y) ? 0 : share(i)), 0)
    const logs = counts.reduce((sum, y, i) => sum + (Number.isNaN(y) ? 0 : y * Math.log(share(i))), 0)
    return logs + logGamma(0.5 + total) - (0.5 + total) * Math.log(rate + exposure)
  }
  const d = rampLengths[r] as number
  const levels = [0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8]
  levels.forEach((q, i) => {
    const written = evidence((i) => 1 - (1 - q) * clip((i - start + 1) / d)) - evidence(() => 1)
    expect(found?.logBayes[i]).toBeCloseTo(written, 9)
  })
})

test("shifting and scaling change nothing, and mirroring swaps the direction", () => {
  const ask = { direction: -1, noiseFloor: 0 } as const
  const plain = onsetOf(values, ask)
  const moved = onsetOf(
    values.map((value) => 40 + 17 * value),
    ask,
  )
  const mirrored = onsetOf(
    values.map((value) => -value),
    { ...ask, direction: 1 },
  )
  expect(moved?.logBayes).toBeCloseTo(plain?.logBayes as number, 8)
  expect(mirrored?.logBayes).toBeCloseTo(plain?.logBayes as number, 8)
  expect(moved?.band).toEqual(plain?.band)
})

test("a band is the median and the central share", () => {
  expect(bandOf([0, 1, 8, 1, 0], 0.9)).toEqual({ index: 2, low: 1, high: 3 })
  expect(bandOf([0, 0])).toBeUndefined()
})

describe("bands cover what they promise, for steps and for ramps", () => {
  test.each([1, 13, 26])("change over %i weeks", (d) => {
    let covered = 0
    const errors: number[] = []
    const runs = 150
    for (let run = 0; run < runs; run++) {
      const start = 50 + Math.floor(random.uniform() * 60)
      const series = Float64Array.from({ length: 156 }, (_, i) => random.normal() - 2 * clip((i - start + 1) / d))
      const { band } = onsetOf(series, { direction: -1, noiseFloor: 0.1 }) as NonNullable<ReturnType<typeof onsetOf>>
      if (band.low <= start && start <= band.high) covered++
      errors.push(band.index - start)
    }
    errors.sort((a, b) => a - b)
    expect(covered / runs).toBeGreaterThan(0.82)
    expect(Math.abs(errors[runs >> 1] as number)).toBeLessThanOrEqual(4)
  })
})
