import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays, daysBetween, weekday } from "./time.ts"
import { lastWorkday, nextWorkday } from "./workdays.ts"

const isWeekday = (date: string) => weekday(date) < 6
const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1970-01-01", days))

test("the nearest workday is a workday, and none lies between", () => {
  fc.assert(
    fc.property(day, (date) => {
      const next = nextWorkday(date, isWeekday)
      const last = lastWorkday(date, isWeekday)
      expect(isWeekday(next) && isWeekday(last)).toBe(true)
      expect(daysBetween(date, next)).toBeLessThanOrEqual(2)
      for (let between = date; between < next; between = addDays(between, 1)) expect(isWeekday(between)).toBe(false)
      for (let between = date; between > last; between = addDays(between, -1)) expect(isWeekday(between)).toBe(false)
    }),
  )
})

test("a calendar without workdays leaves the day as it is", () => {
  expect(nextWorkday("2026-11-23", () => false)).toBe("2026-11-23")
})
