import fc from "fast-check"
import { Temporal } from "temporal-polyfill"
import { expect, test } from "vitest"
import { addMonths, dayFromNumber } from "./time.ts"

test("adding months does what Temporal does", () => {
  const days = fc.integer({ min: -250_000, max: 250_000 }).map(dayFromNumber)
  fc.assert(
    fc.property(days, fc.integer({ min: -600, max: 600 }), (day, months) => {
      expect(addMonths(day, months)).toBe(Temporal.PlainDate.from(day).add({ months }).toString())
    }),
  )
  expect(addMonths("2024-01-31", 1)).toBe("2024-02-29")
  expect(addMonths("2026-03-31", -1)).toBe("2026-02-28")
})
