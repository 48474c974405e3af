import { expect, test } from "vitest"
import { seededRandom } from "#core/stats/seededRandom"
import { levelFor, thresholdFor } from "./alarmBudget.ts"
import { threshold } from "./assess.ts"

test("the usual budget has the level of the command line, and measured points are met", () => {
  expect(thresholdFor(0.05)).toBe(threshold)
  expect([0.016, 0.022, 0.027, 0.11].map(thresholdFor)).toEqual([0.95, 0.9, 0.8, 0.3])
})

test("who bears more false alarms is told earlier, never later; beyond what was measured nothing is promised", () => {
  const budgets = Array.from({ length: 100 }, (_, i) => 0.01 * 1.047 ** i)
  const levels = budgets.map(thresholdFor)
  for (let i = 1; i < levels.length; i++) expect(levels[i]).toBeLessThanOrEqual(levels[i - 1] as number)
  expect(thresholdFor(0.001)).toBe(0.98)
  expect(thresholdFor(1)).toBe(0.3)
})

test("a case closes well below the level that opened it, at every budget", () => {
  expect(levelFor(0.7, false)).toBe(0.7)
  expect(levelFor(0.7, true)).toBeCloseTo(0.5, 10)
  for (const budget of [0.02, 0.05, 0.1, 0.2])
    expect(levelFor(thresholdFor(budget), true)).toBeLessThan(thresholdFor(budget) - 0.05)
})

test("noise around the threshold opens once and does not flap", () => {
  const random = seededRandom(5)
  const logOdds = Math.log(0.7 / 0.3)
  let isOpen = false
  let moves = 0
  let crossings = 0
  let was = false
  for (let day = 0; day < 2_000; day++) {
    const probability = 1 / (1 + Math.exp(-(logOdds + 0.25 * random.normal())))
    if (probability >= 0.7 !== was) crossings++
    was = probability >= 0.7
    if (probability >= levelFor(0.7, isOpen) === isOpen) continue
    isOpen = !isOpen
    moves++
  }
  expect(crossings).toBeGreaterThan(500)
  expect(moves).toBeLessThanOrEqual(3)
})
