import { expect, test } from "vitest"
import { oneWeek, wholeWeeks } from "./oneWeek.ts"

const day = (value: number, size = Number.NaN, expected = Number.NaN) => ({ value, size, expected })

test.each([
  ["counts add up", "count", [day(3), day(4), day(0)], 7],
  ["amounts add up", "amount", [day(1.5), day(2.5)], 4],
  ["a level is where it stood last", "level", [day(9), day(2), day(5)], 5],
  ["shares weigh by what stands behind them", "proportion", [day(1, 1), day(0.5, 9)], 0.55],
  ["so do answer times", "latency", [day(10, 1), day(2, 3)], 4],
  ["nobody says how many: each weighs the same", "proportion", [day(1, 4), day(0)], 0.5],
  ["a missing day is no zero", "latency", [day(Number.NaN), day(6)], 6],
] as const)("%s", (_, kind, days, value) => {
  expect(oneWeek(kind, days).value).toBeCloseTo(value, 12)
})

test("what was promised for each day adds up with it, and what stands behind shares does too", () => {
  expect(oneWeek("count", [day(1, Number.NaN, 2), day(1, Number.NaN, 3)]).expected).toBe(5)
  expect(oneWeek("proportion", [day(1, 4), day(0.5, 6)]).size).toBe(10)
  expect(oneWeek("count", [day(1), day(2)]).size).toBeNaN()
})

test("of what adds up nothing may be missing: with an unknown day the week is unknown", () => {
  expect(oneWeek("count", [day(5), day(Number.NaN), day(4)]).value).toBeNaN()
  expect(oneWeek("count", [day(5), day(4, Number.NaN, 3)])).toMatchObject({ value: 9, expected: Number.NaN })
})

const weeks = (...counts: readonly number[]) =>
  counts.map((count, week) => [week, Array.from({ length: count }, () => 1)] as const)
const left = (kind: Parameters<typeof wholeWeeks>[0], ...counts: readonly number[]) =>
  wholeWeeks(kind, weeks(...counts)).map(([week]) => week)

test("weeks in which a daily record begins or ends are left out, where days add up", () => {
  expect(left("count", 2, 5, 5, 4, 5, 5, 3)).toEqual([1, 2, 3, 4, 5])
  expect(left("amount", 5, 5, 5, 5, 5, 5, 1)).toEqual([0, 1, 2, 3, 4, 5])
  expect(left("level", 2, 5, 5, 5, 3)).toEqual([0, 1, 2, 3, 4])
})

test("a quiet week is none that was cut: where days come as they come, and where there is one value a week, all stay", () => {
  expect(left("count", 1, 3, 2, 5, 4, 3, 1)).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(left("count", 1, 1, 1, 1)).toEqual([0, 1, 2, 3])
  expect(left("count", 2, 5)).toEqual([0, 1])
})
