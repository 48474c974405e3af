import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays } from "#core/time"
import { actualOn, attainmentOn, curveOf, expectedOn, type Objective, ramps } from "./rules.ts"

const objective: Objective = {
  id: "o",
  metric: "revenue",
  unit: "EUR",
  target: 1_200,
  startsOn: "2026-01-01",
  endsOn: "2026-12-31",
  ramp: "linear",
}
const week = (periodStart: string, value: number, metric = "revenue") => ({ metric, periodStart, periodDays: 7, value })

test("known points of each ramp", () => {
  expect(expectedOn(objective, "2025-12-31")).toBe(0)
  expect(expectedOn(objective, "2026-07-02")).toBeCloseTo(600 + 1_200 / 730, 6)
  expect(expectedOn(objective, "2027-06-01")).toBe(1_200)
  const steps = { ...objective, ramp: "quarterly_steps" } as const
  expect(
    ["2026-03-30", "2026-03-31", "2026-06-29", "2026-06-30", "2026-09-30", "2026-12-30"].map((on) =>
      expectedOn(steps, on),
    ),
  ).toEqual([0, 300, 300, 600, 900, 900])
  const curve = { ...objective, ramp: "s_curve" } as const
  expect(expectedOn(curve, "2026-07-02") / 1_200).toBeCloseTo(0.5, 2)
  expect(expectedOn(curve, "2026-03-31") / 1_200).toBeLessThan(0.12)
})

test("every ramp rises from nothing to the target and never falls", () => {
  const term = fc.record({ length: fc.integer({ min: 1, max: 1_500 }), ramp: fc.constantFrom(...ramps) })
  fc.assert(
    fc.property(term, fc.array(fc.integer({ min: -30, max: 1_600 }), { minLength: 2 }), ({ length, ramp }, offsets) => {
      const each = { ...objective, ramp, endsOn: addDays(objective.startsOn, length) }
      const values = offsets.sort((a, b) => a - b).map((offset) => expectedOn(each, addDays(each.startsOn, offset)))
      expect(values.every((value) => value >= 0 && value <= each.target)).toBe(true)
      expect([...values].sort((a, b) => a - b)).toEqual(values)
      expect(expectedOn(each, each.endsOn)).toBe(each.target)
      expect(expectedOn(each, addDays(each.startsOn, -1))).toBe(0)
    }),
  )
})

test("amounts add up, levels are read off, and what lies outside the term or in the future is left out", () => {
  const measured = [week("2025-12-29", 999), week("2026-01-05", 10), week("2026-01-12", 20), week("2026-06-01", 5)]
  expect(actualOn(objective, measured, "2026-01-18")).toBe(30)
  expect(actualOn(objective, measured, "2026-01-17")).toBe(10)
  expect(actualOn({ ...objective, unit: "%", metric: "nps" }, measured, "2026-01-31")).toBe(20)
})

test("without measurements nothing is scored, neither good nor bad", () => {
  expect(attainmentOn(objective, [], "2026-07-01")).toMatchObject({ actual: undefined, ratio: undefined })
  expect(attainmentOn(objective, [week("2026-01-05", 10)], "2025-12-01").ratio).toBeUndefined()
})

test("where less is better the target holds from the first day and being faster is more than 1", () => {
  const answers = { ...objective, metric: "host_answer_hours", unit: "hours", target: 48 }
  expect(expectedOn(answers, "2026-01-01")).toBe(48)
  expect(attainmentOn(answers, [week("2026-01-05", 24)], "2026-02-01").ratio).toBe(2)
})

test("the curve knows nothing of the future and shows the day itself", () => {
  const points = curveOf(objective, [week("2026-01-05", 10)], "2026-05-10")
  expect(points[0]?.on).toBe("2026-01-01")
  expect(points.at(-1)).toEqual({ on: "2026-12-31", target: 1_200, actual: null })
  expect(points.find(({ on }) => on === "2026-05-10")?.actual).toBe(10)
  expect(points.filter(({ on, actual }) => on > "2026-05-10" && actual !== null)).toEqual([])
})
