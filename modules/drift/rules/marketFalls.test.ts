import { expect, test } from "vitest"
import { findSignal, type SignalDefinition } from "#rules/metrics"
import { marketFallsOf } from "./marketFalls.ts"

const revenue = (after: number) => ({
  definition: findSignal("revenue") as SignalDefinition,
  firstWeek: 0,
  values: Float64Array.from({ length: 100 }, (_, week) => (week < 80 ? 100 : after) + (week % 3)),
  expected: new Float64Array(100).fill(95),
})
const shock = (size: number) => () => [{ type: "reseller", signal: "revenue", week: 80, size }]

test("what the market took is told in shares of the earlier and of the promised level", () => {
  const [fall] = marketFallsOf([revenue(60)], 99, shock(-0.5))
  expect(fall).toMatchObject({ signal: "revenue", belowBefore: expect.closeTo(0.4, 1) })
  expect(fall?.belowPromised).toBeCloseTo(1 - 61 / 95, 2)
})

test("nothing is told of a market that rose, of a fall that hardly shows, or of one long ago", () => {
  expect(marketFallsOf([revenue(60)], 99, shock(0.5))).toEqual([])
  expect(marketFallsOf([revenue(95)], 99, shock(-0.5))).toEqual([])
  expect(marketFallsOf([revenue(60)], 199, shock(-0.5))).toEqual([])
  expect(marketFallsOf([revenue(60)], 99, () => [])).toEqual([])
  const rare = { ...revenue(60), values: Float64Array.from({ length: 100 }, (_, week) => (week % 20 === 3 ? 1 : 0)) }
  expect(marketFallsOf([{ ...rare, expected: new Float64Array(100).fill(0.1) }], 83, shock(-0.5))).toEqual([])
})
