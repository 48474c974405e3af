import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays, daysBetween, weekday } from "./time.ts"
import { addWorkdays, lastWorkday, nextWorkday, workdaysBetween } from "./workdays.ts"

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

test("workdays are counted after the day, and back again", () => {
  expect(addWorkdays("2026-12-18", 3, isWeekday)).toBe("2026-12-23")
  expect(addWorkdays("2026-12-19", 0, isWeekday)).toBe("2026-12-21")
  expect(addWorkdays("2026-12-19", 1, isWeekday)).toBe("2026-12-21")
  expect(addWorkdays("2028-02-28", 1, isWeekday)).toBe("2028-02-29")
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (date, count) => {
      const found = addWorkdays(date, count, isWeekday)
      expect(isWeekday(found)).toBe(true)
      expect(workdaysBetween(date, found, isWeekday)).toBe(count)
    }),
  )
})

test("no workdays lie between a day and an earlier one", () => {
  expect(workdaysBetween("2026-12-23", "2026-12-23", isWeekday)).toBe(0)
  expect(workdaysBetween("2026-12-23", "2026-12-01", isWeekday)).toBe(0)
})
