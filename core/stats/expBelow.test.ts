import { expect, test } from "vitest"
import { expBelow } from "./expBelow.ts"

test("is the exponential to the last digits, and nothing where it is lost beside 1", () => {
  for (let x = -39.99; x <= 0; x += 0.0123) expect(expBelow(x) / Math.exp(x)).toBeCloseTo(1, 13)
  expect(expBelow(0)).toBe(1)
  expect([expBelow(-40), expBelow(-1e9), expBelow(Number.NEGATIVE_INFINITY)]).toEqual([0, 0, 0])
})
