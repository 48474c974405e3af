import { expect, test } from "vitest"
import { truncated } from "./levels.ts"

const exact = (low: number, high: number) => {
  const [from, to] = [Math.max(low, -40), Math.min(high, 40)]
  const peak = from > 0 ? from : Math.min(to, 0)
  let [mass, first, second] = [0, 0, 0]
  const steps = 400_000
  for (let k = 0; k < steps; k++) {
    const z = from + ((k + 0.5) * (to - from)) / steps
    const weight = Math.exp((peak * peak - z * z) / 2)
    mass += weight
    first += weight * z
    second += weight * z * z
  }
  const log = Math.log((mass * (to - from)) / steps / Math.sqrt(2 * Math.PI)) - (peak * peak) / 2
  return [log, first / mass, second / mass - (first / mass) ** 2] as const
}

test.each([
  [-1, 2],
  [0.3, 0.5],
  [0.3, 0.34],
  [2, Number.POSITIVE_INFINITY],
  [Number.NEGATIVE_INFINITY, -1],
  [-4.2, -3.1],
  [5, 5.8],
  [-1.5, -1.46],
])("the normal between %d and %d has the probability, mean and variance of its integral", (low, high) => {
  const [log, mean, variance] = truncated(low, high)
  const [exactLog, exactMean, exactVariance] = exact(low, high)
  expect(log).toBeCloseTo(exactLog, 3)
  expect(mean).toBeCloseTo(exactMean, 3)
  expect(variance).toBeCloseTo(exactVariance, 3)
})

test("far out it falls off like an exponential", () => {
  const [log, mean] = truncated(9, 10)
  const [exactLog, exactMean] = exact(9, 10)
  expect(Math.abs(log - exactLog)).toBeLessThan(0.05)
  expect(Math.abs(mean - exactMean)).toBeLessThan(0.02)
})
