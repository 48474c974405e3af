import { expect, test } from "vitest"
import { findSignal, type SignalDefinition } from "#rules/metrics"
import { marketFallsOf } from "./marketFalls.ts"

const revenue = (after: number) => ({
  definition: findSignal("revenue") as SignalDefinition,
  firstWeek: 0,
  values: Float64Array.from({ length: 100 }, (_, week) => (week < 80 ? 100 : after)),
  expected: new Float64Array(100).fill(95),
})
const shock = (size: number) => () => [{ type: "reseller", signal: "revenue", week: 80, size }]

test("what the market took is told in shares of the earlier and of the promised level", () => {
  const [fall] = marketFallsOf([revenue(60)], 99, shock(-0.5))
  expect(fall).toMatchObject({ signal: "revenue", belowBefore: expect.closeTo(0.4, 6) })
  expect(fall?.belowPromised).toBeCloseTo(1 - 60 / 95, 6)
})

test("nothing is told of a market that rose, of a fall that hardly shows, or of one long ago", () => {
  expect(marketFallsOf([revenue(60)], 99, shock(0.5))).toEqual([])
  expect(marketFallsOf([revenue(95)], 99, shock(-0.5))).toEqual([])
  expect(marketFallsOf([revenue(60)], 199, shock(-0.5))).toEqual([])
  expect(marketFallsOf([revenue(60)], 99, () => [])).toEqual([])
})
