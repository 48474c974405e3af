import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays } from "#core/time"
import {
  actualOn,
  attainmentOn,
  curveOf,
  expectedOn,
  isReadingOpen,
  type Objective,
  ramps,
  versionsOn,
} from "./rules.ts"

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

const year: Objective = { ...objective, target: 1_200_000, startsOn: "2027-01-01", endsOn: "2027-12-31" }
const changed = (reading: "rate" | "total", more: Partial<Objective> = {}): Objective => ({
  ...year,
  ...{ target: 1_500_000, validFrom: "2027-07-01", reading, before: year },
  ...more,
})

test("a change carries on from what was expected: at the new rate, or straight to the new total", () => {
  const on = (goal: Objective, day: string) => Number(expectedOn(goal, day).toFixed(2))
  const days = ["2027-06-30", "2027-07-15", "2027-12-31"]
  expect(days.map((day) => on(changed("rate"), day))).toEqual([595_068.49, 656_712.33, 1_351_232.88])
  expect(days.map((day) => on(changed("total"), day))).toEqual([595_068.49, 668_840.08, 1_500_000])
  // One that was agreed for an earlier day later on goes before it, and takes nothing of it along.
  const earlier = changed("rate", { target: 1_800_000, validFrom: "2027-04-01", before: changed("rate") })
  expect(on(earlier, "2027-12-31")).toBe(Number(((1_200_000 * 90 + 1_800_000 * 275) / 365).toFixed(2)))
  expect(curveOf(changed("rate"), [], "2027-08-01").some((point) => point.on === "2027-06-30")).toBe(true)
})

test("a change of nothing that is measured changes no curve, whatever its ramp and however it is read", () => {
  const terms = fc.record({ ramp: fc.constantFrom(...ramps), reading: fc.constantFrom("rate", "total", null) })
  fc.assert(
    fc.property(
      terms,
      fc.integer({ min: 0, max: 364 }),
      fc.integer({ min: 0, max: 364 }),
      ({ ramp, reading }, cut, day) => {
        const before = { ...year, ramp }
        const on = addDays("2027-01-01", day)
        const anew = { ...before, before, reading, validFrom: addDays("2027-01-01", cut) }
        expect(expectedOn(anew, on)).toBeCloseTo(expectedOn(before, on), 4)
      },
    ),
  )
})

test("a new level holds from its day, and is asked no reading; a new figure of what adds up is", () => {
  const answers = { ...year, metric: "host_answer_hours", unit: "hours", target: 48 }
  const faster = { ...answers, target: 24, before: answers, validFrom: "2027-07-01" }
  expect(["2027-06-30", "2027-07-01"].map((day) => expectedOn(faster, day))).toEqual([48, 24])
  expect(isReadingOpen(answers, faster)).toBe(false)
  expect(isReadingOpen(year, { ...changed("rate"), reading: null })).toBe(true)
  expect(isReadingOpen(year, changed("rate"))).toBe(false)
})

const version = (id: string, more: object = {}) => ({
  ...{ id, replacesId: null, validFrom: null, validUntil: null, endedAt: null, retractedAt: null },
  createdAt: "2027-01-01T09:00:00.000Z",
  ...more,
})

test("a version counts from its day, once it is known; one retracted was known until then; one ended counts no more", () => {
  const learned = "2027-07-20T15:00:00.000Z"
  const rows = [
    version("old", { validUntil: "2027-07-01", endedAt: learned }),
    version("new", { replacesId: "old", validFrom: "2027-07-01", createdAt: learned }),
    version("wrong", { retractedAt: learned }),
    version("gone", { validUntil: "2027-07-01", endedAt: learned }),
  ]
  const on = (asOf: string, knownAt?: string) => versionsOn(rows, { asOf, knownAt }).map(({ id }) => id)
  expect(on("2027-06-30")).toEqual(["old", "gone"])
  expect(on("2027-07-15")).toEqual(["new"])
  expect(on("2027-07-15", "2027-07-15T22:00:00.000Z")).toEqual(["old", "wrong", "gone"])
  expect(versionsOn(rows, { asOf: "2027-07-15" })[0]).toMatchObject({ before: { id: "old" } })
})
