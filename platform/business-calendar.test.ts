import { expect, test } from "vitest"
import { workdaysOf } from "./business-calendar.ts"

test.each([
  ["DE", "2026-12-25", false],
  ["DE", "2026-10-03", false],
  ["DE", "2026-12-24", true],
  ["US", "2026-11-26", false],
  ["US", "2026-12-28", true],
  ["GB", "2026-12-28", false],
  ["SA", "2026-11-27", false],
  ["SA", "2026-11-29", true],
  [undefined, "2026-12-25", true],
  [undefined, "2026-11-28", false],
])("in %s, %s is a workday: %s", (country, date, expected) => {
  expect(workdaysOf(country)(date)).toBe(expected)
})
