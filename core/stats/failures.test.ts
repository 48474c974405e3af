import { describe, expect, test } from "vitest"
import { detectOnset } from "#core/changepoint/detect"
import { failuresOf } from "./failures.ts"
import { seededRandom } from "./seededRandom.ts"

const random = seededRandom(17)
const yesOf = (n: number, chance: number) =>
  Array.from({ length: n }, () => random.uniform() < chance).filter(Boolean).length

/** Promises of a week, so many due and each kept with a chance. */
const promises = (chance: (week: number) => number, due: () => number, weeks = 120) => {
  const sizes = Float64Array.from({ length: weeks }, due)
  const shares = sizes.map((n, week) => (n === 0 ? Number.NaN : yesOf(n, chance(week)) / n))
  return { shares, sizes }
}

describe("what failed of what was tried", () => {
  test("are the promises not kept, and the errors that occurred", () => {
    const shares = Float64Array.of(0.75, Number.NaN, 1)
    const kept = failuresOf(shares, [4, 0, 2], "lower")
    expect([...(kept?.counts ?? [])]).toEqual([1, Number.NaN, 0])
    expect([...(kept?.exposures ?? [])]).toEqual([4 / 3, 0, 2 / 3])
    expect([...(failuresOf(shares, [4, 0, 2], "higher")?.counts ?? [])]).toEqual([3, Number.NaN, 2])
  })

  test("cannot be told where a share's size is not known", () => {
    expect(failuresOf(Float64Array.of(0.5, 0.5), [4, Number.NaN], "lower")).toBeUndefined()
  })

  test("vary as little as a binomial, and more where whole weeks fail together", () => {
    const even = promises(
      () => 0.7,
      () => 6,
      2000,
    )
    expect(failuresOf(even.shares, even.sizes, "lower")?.dispersion).toBeCloseTo(0.7, 1)
    const weeksFail = promises(
      (week) => (week % 5 === 0 ? 0.1 : 0.9),
      () => 6,
      2000,
    )
    expect(failuresOf(weeksFail.shares, weeksFail.sizes, "lower")?.dispersion).toBeGreaterThan(1.5)
  })

  test("show a fall of a few promises a week that their shares on an even scale would not", () => {
    const found = Array.from({ length: 40 }, () => {
      const { shares, sizes } = promises(
        (week) => (week < 94 ? 0.88 : 0.7),
        () => 4 + Math.floor(4 * random.uniform()),
      )
      const ask = { kind: "proportion", worse: "lower" } as const
      return [detectOnset(shares, { ...ask, sizes })?.logBayes ?? 0, detectOnset(shares, ask)?.logBayes ?? 0]
    })
    const mean = (k: 0 | 1) => found.reduce((sum, one) => sum + (one[k] as number), 0) / found.length
    expect(mean(0)).toBeGreaterThan(mean(1) + 0.3)
  })
})
