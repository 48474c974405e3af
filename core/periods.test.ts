import fc from "fast-check"
import { expect, test } from "vitest"
import { calendarEnd, periodEnd } from "./periods.ts"
import { addDays, daysBetween } from "./time.ts"

test("scenario 20: a term ends on the day before the same-numbered one, or on the last day of a month too short for it", () => {
  expect(periodEnd("2026-08-31", 6)).toBe("2027-02-28")
  expect(periodEnd("2028-02-29", 12)).toBe("2029-02-28")
  expect(periodEnd("2024-08-01", 36)).toBe("2027-07-31")
  expect([periodEnd("2027-01-15", 12), periodEnd("2027-01-01", 3), periodEnd("2028-01-31", 1)]).toEqual([
    ...["2028-01-14", "2027-03-31", "2028-02-29"],
  ])
  expect([1, 2, 3, 4].map((months) => periodEnd("2027-01-31", months))).toEqual([
    ...["2027-02-28", "2027-03-30", "2027-04-30", "2027-05-30"],
  ])
  expect([12, 24, 36, 48].map((months) => periodEnd("2028-02-29", months))).toEqual([
    ...["2029-02-28", "2030-02-28", "2031-02-28", "2032-02-28"],
  ])
})

const days = fc.integer({ min: 0, max: 30_000 }).map((day) => addDays("1990-01-01", day))

test("scenario 20: periods tile, whatever day they begin on: none is empty, overlaps or leaves a day out", () => {
  fc.assert(
    fc.property(days, fc.constantFrom(1, 2, 3, 6, 12), fc.integer({ min: 1, max: 60 }), (from, months, count) => {
      const ends = Array.from({ length: count }, (_, at) => periodEnd(from, months * (at + 1)))
      const starts = [from, ...ends.map((end) => addDays(end, 1))]
      for (const [at, end] of ends.entries()) {
        const length = daysBetween(starts[at] ?? from, end) + 1
        expect(length).toBeGreaterThanOrEqual(28 * months - 1)
        expect(length).toBeLessThanOrEqual(31 * months)
      }
      expect(starts).toHaveLength(new Set(starts).size)
    }),
  )
})

test("the end of the calendar month, quarter, half-year and year that holds a day", () => {
  expect(([1, 3, 6, 12] as const).map((months) => calendarEnd("2028-02-29", months))).toEqual([
    ...["2028-02-29", "2028-03-31", "2028-06-30", "2028-12-31"],
  ])
  expect(([1, 3, 6, 12] as const).map((months) => calendarEnd("2027-12-31", months))).toEqual([
    ...["2027-12-31", "2027-12-31", "2027-12-31", "2027-12-31"],
  ])
  expect(([1, 3, 6, 12] as const).map((months) => calendarEnd("2027-07-01", months))).toEqual([
    ...["2027-07-31", "2027-09-30", "2027-12-31", "2027-12-31"],
  ])
})
