import fc from "fast-check"
import { expect, test } from "vitest"
import { fitOnSimplex } from "./fitOnSimplex.ts"
import { seededRandom } from "./seededRandom.ts"

const errorOf = (target: Float64Array, columns: readonly Float64Array[], weights: ArrayLike<number>) =>
  target.reduce((sum, value, row) => {
    const mixed = columns.reduce((all, column, i) => all + (weights[i] as number) * (column[row] as number), 0)
    return sum + (mixed - value) ** 2
  }, 0)

test("a mixture is found again", () => {
  const random = seededRandom(1)
  const columns = Array.from({ length: 4 }, () => Float64Array.from({ length: 30 }, () => random.normal()))
  const target = Float64Array.from(
    { length: 30 },
    (_, row) => 0.7 * (columns[1]?.[row] ?? 0) + 0.3 * (columns[3]?.[row] ?? 0),
  )
  const weights = fitOnSimplex(target, columns)
  expect(weights[1]).toBeCloseTo(0.7, 1)
  expect(weights[3]).toBeCloseTo(0.3, 1)
})

test("weights are shares, and no mixture on a fine grid is nearer", () => {
  const column = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(column, column, column, column, (target, ...drawn) => {
      const wanted = Float64Array.from(target)
      const columns = drawn.map((each) => Float64Array.from(each))
      const weights = fitOnSimplex(wanted, columns)
      expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0)
      let best = Number.POSITIVE_INFINITY
      for (let a = 0; a <= 20; a++)
        for (let b = 0; a + b <= 20; b++)
          best = Math.min(best, errorOf(wanted, columns, [a / 20, b / 20, 1 - (a + b) / 20]))
      expect(errorOf(wanted, columns, weights)).toBeLessThanOrEqual(best * 1.01 + 0.02)
    }),
    { numRuns: 100, seed: 2 },
  )
})

test("columns that cannot be told apart share the weight evenly; none give none", () => {
  const same = Float64Array.of(1, 2, 3)
  expect([...fitOnSimplex(Float64Array.of(0, 0, 0), [same, same])]).toEqual([0.5, 0.5])
  expect(fitOnSimplex(same, [])).toHaveLength(0)
})
