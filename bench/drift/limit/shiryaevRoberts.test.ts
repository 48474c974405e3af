import { expect, test } from "vitest"
import { chanceFrom } from "#bench/drift/chance"
import { shiryaevRoberts } from "./shiryaevRoberts.ts"
import type { Told } from "./told.ts"

const chance = chanceFrom(4)
const weeks = 60
const firstWeek = 100
/** Normal of mean `times` and spread 1. */
const normal = (values: Float64Array): Told["reader"] => ({
  start: () => new Float64Array(0),
  read: (_, i, times) => -0.5 * ((values[i] as number) - times) ** 2,
})
const drawn = () => Float64Array.from({ length: weeks }, (_, i) => (i < 40 ? 1 : 0) + chance.normal())
const logs = (told: readonly Told[]) => [...shiryaevRoberts(told, firstWeek, firstWeek + weeks - 1)]

test("a fall that is there at once is the recursion R = (1 + R) LR", () => {
  const values = drawn()
  const step: Told = { key: "", lag: 0, times: () => 0, settled: 1, firstWeek, weeks, reader: normal(values) }
  let r = 0
  const expected = [...values].map((value) => {
    r = (1 + r) * Math.exp(0.5 * (value - 1) ** 2 - 0.5 * value ** 2)
    return Math.log(r)
  })
  const got = logs([step])
  for (const [i, log] of got.entries()) expect(log).toBeCloseTo(expected[i] as number, 3)
  expect(got.at(-1)).toBeGreaterThan(5)
})

test("a slow fall of one signal and a later one of another carry their course and their lag to every candidate", () => {
  const [one, other] = [drawn(), drawn()]
  const ramp = (after: number) => Math.max(0, 1 - (after + 1) / 8)
  const told: readonly Told[] = [
    { key: "a", lag: 0, times: ramp, settled: 8, firstWeek, weeks, reader: normal(one) },
    { key: "b", lag: 5, times: () => 0.2, settled: 1, firstWeek, weeks, reader: normal(other) },
  ]
  const ratio = (values: Float64Array, i: number, mean: number) =>
    -0.5 * ((values[i] as number) - mean) ** 2 + 0.5 * ((values[i] as number) - 1) ** 2
  const sum = (n: number) => {
    let all = 0
    for (let since = 0; since <= n; since++) {
      let log = 0
      for (let i = since; i <= n; i++)
        log += ratio(one, i, ramp(i - since)) + (i >= since + 5 ? ratio(other, i, 0.2) : 0)
      all += Math.exp(log)
    }
    return Math.log(all)
  }
  for (const [n, log] of logs(told).entries()) expect(log).toBeCloseTo(sum(n), 3)
})
