import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays, weekday } from "#core/time"
import { workdaysBetween } from "#core/workdays"
import { workdaysOf } from "#platform/business-calendar"
import { type Dated, datesOf, offsetDay, workdaysLate } from "./dating.ts"

const task = (id: string, more: Partial<Dated> = {}): Dated => ({
  ...{ id, state: "open", closedOn: null, dueOn: null, dating: "none", offsetCount: null, offsetUnit: null },
  ...{ follows: null, country: "DE", ...more },
})
const after = (follows: string | null, offsetCount: number, more: Partial<Dated> = {}): Partial<Dated> => ({
  ...{ dating: follows === null ? "after_start" : "after_task", offsetUnit: "workdays" },
  ...{ follows, offsetCount, ...more },
})
const days = (tasks: readonly Dated[], startsOn = "2026-12-18") => [
  ...datesOf(tasks, () => startsOn, workdaysOf).values(),
]

/** Signed on Friday 18 December; the partner works by the calendar of the United States, we by Germany's. */
const kickOff = task("kick-off", after(null, 3))
const training = task("training", after("kick-off", 5, { country: "US" }))
const access = task("access", after("training", 2))

test("workdays are counted by the calendar of whoever does it, over Christmas and New Year", () => {
  expect(days([kickOff, training, access])).toEqual(["2026-12-23", "2026-12-31", "2027-01-05"])
})

test("what is dated after a task moves with the day it was done, late or early, and nobody after it is late", () => {
  const late = task("kick-off", { ...after(null, 3), dueOn: "2026-12-23", state: "done", closedOn: "2026-12-28" })
  expect(days([late, training, access])).toEqual(["2026-12-23", "2027-01-05", "2027-01-07"])
  expect(workdaysLate(late, [], "2027-01-20", workdaysOf)).toBe(2)
  const done = { ...training, dueOn: "2027-01-05", state: "done", closedOn: "2027-01-05" } as const
  expect(workdaysLate(done, [late], "2027-01-20", workdaysOf)).toBe(0)
  const early = { ...late, closedOn: "2026-12-21" }
  expect(days([early, training])[1]).toBe("2026-12-29")
})

test("the order in which tasks are listed changes nothing", () => {
  expect(days([access, training, kickOff])).toEqual(["2027-01-05", "2026-12-31", "2026-12-23"])
})

test("days are calendar days, and one on which nobody works moves on", () => {
  expect(offsetDay("2026-12-18", 7, "days", workdaysOf("DE"))).toBe("2026-12-28")
  expect(offsetDay("2027-01-31", 28, "days", workdaysOf("DE"))).toBe("2027-03-01")
  expect(offsetDay("2028-01-31", 29, "days", workdaysOf("DE"))).toBe("2028-02-29")
  expect(offsetDay("2026-12-24", 0, "workdays", workdaysOf("DE"))).toBe("2026-12-24")
  expect(offsetDay("2026-12-25", 0, "workdays", workdaysOf("DE"))).toBe("2026-12-28")
})

test("weekends are those of the country: Thursday to Saturday is no way from one workday to the next in Israel", () => {
  expect(offsetDay("2026-11-12", 1, "workdays", workdaysOf("IL"))).toBe("2026-11-15")
  expect(offsetDay("2026-11-12", 1, "workdays", workdaysOf("DE"))).toBe("2026-11-13")
})

test("what somebody dated by hand, and what is done, stays when the start moves", () => {
  const chosen = task("chosen", { dating: "by_hand", dueOn: "2026-12-30" })
  const done = task("done", { ...after(null, 1), dueOn: "2026-12-21", state: "done", closedOn: "2026-12-21" })
  expect(days([chosen, done, kickOff], "2027-03-01")).toEqual(["2026-12-30", "2026-12-21", "2027-03-04"])
})

test("after what has no day there is none, until it is done", () => {
  const open = task("open")
  const next = task("next", after("open", 2))
  expect(days([open, next])).toEqual([null, null])
  expect(days([{ ...open, state: "skipped", closedOn: "2026-12-21" }, next])).toEqual([null, "2026-12-23"])
})

test("time that was spent waiting is nobody's delay", () => {
  const chosen = task("chosen", { dating: "by_hand", dueOn: "2026-12-01" })
  const held = task("held", { state: "open" })
  expect(workdaysLate(chosen, [held], "2026-12-10", workdaysOf)).toBe(0)
  const freed = { ...held, state: "done", closedOn: "2026-12-08" } as const
  expect(workdaysLate(chosen, [freed], "2026-12-10", workdaysOf)).toBe(2)
  expect(workdaysLate(chosen, [], "2026-12-10", workdaysOf)).toBe(7)
})

test("the day is a workday, so many workdays on, whatever the day and the country", () => {
  const anyDay = fc.integer({ min: 0, max: 30_000 }).map((day) => addDays("1990-01-01", day))
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 1, max: 300 }),
      fc.constantFrom("DE", "US", "JP", "AE"),
      (day, count, country) => {
        const isWorkday = workdaysOf(country)
        const found = offsetDay(day, count, "workdays", isWorkday)
        expect([isWorkday(found), workdaysBetween(day, found, isWorkday)]).toEqual([true, count])
        expect(weekday(found)).toBeGreaterThan(0)
      },
    ),
    { numRuns: 60 },
  )
})
