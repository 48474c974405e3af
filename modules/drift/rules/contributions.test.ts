import fc from "fast-check"
import { expect, test } from "vitest"
import { fallOf, type Level } from "./contributions.ts"

const level = (dimension: string, before: number | null, after: number | null, more: Partial<Level> = {}): Level => ({
  dimension,
  worse: "lower",
  changed: true,
  before,
  after,
  ...more,
})

/** The Shapley value from its definition: what a signal adds, averaged over all sets that may have moved before it. */
const shapley = (count: number, value: (members: ReadonlySet<number>) => number): number[] => {
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))
  return Array.from({ length: count }, (_, i) => {
    let sum = 0
    for (let mask = 0; mask < 1 << count; mask++) {
      if (mask & (1 << i)) continue
      const members = new Set(Array.from({ length: count }, (_, j) => j).filter((j) => mask & (1 << j)))
      const weight = (factorial(members.size) * factorial(count - members.size - 1)) / factorial(count)
      sum += weight * (value(new Set([...members, i])) - value(members))
    }
    return sum
  })
}

const fallWhenOnly = (signals: readonly Level[], members: ReadonlySet<number>): number =>
  1 - (fallOf(signals.map((one, i) => ({ ...one, changed: one.changed && members.has(i) })))?.index ?? 1)

const aLevel = fc
  .record({
    dimension: fc.constantFrom("promise", "pipeline", "service"),
    worse: fc.constantFrom("lower", "higher"),
    changed: fc.boolean(),
    before: fc.double({ min: 0.1, max: 50, noNaN: true }),
    after: fc.double({ min: 0.1, max: 50, noNaN: true }),
  })
  .map((one): Level => one)

test("the shares are the Shapley values by their definition, and add up to the whole fall", () => {
  fc.assert(
    fc.property(fc.array(aLevel, { minLength: 1, maxLength: 7 }), (signals) => {
      const fall = fallOf(signals)
      const exact = shapley(signals.length, (members) => fallWhenOnly(signals, members))
      if (fall === undefined) {
        for (const value of exact) expect(value).toBeCloseTo(0, 10)
        return
      }
      fall.shares.forEach((share, i) => {
        expect((share ?? 0) * (1 - fall.index)).toBeCloseTo(exact[i] as number, 10)
      })
      expect(fall.shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)).toBeCloseTo(1, 10)
    }),
    { numRuns: 60, seed: 3 },
  )
})

test("dimensions weigh alike, however many signals watch them; what stands costs nothing", () => {
  const fall = fallOf([
    level("service", 20, 80, { worse: "higher" }),
    level("pipeline", 6, 3),
    level("pipeline", 4, 4, { changed: false }),
    level("promise", null, null),
  ])
  expect(fall?.index).toBeCloseTo(1 - (0.75 + 0.5 / 2) / 2)
  expect(fall?.shares).toEqual([0.75, 0.25, 0, null])
})

test("nothing that fell has no shares", () => {
  expect(fallOf([level("service", 5, 5), level("pipeline", 3, 9)])).toBeUndefined()
})
