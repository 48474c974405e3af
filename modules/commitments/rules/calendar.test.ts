import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addDays, addMonths, weekday } from "#core/time"
import { isExhausted, lapsesOn, occurrencesOf, opensOn, stateByCalendar } from "./calendar.ts"
import { cadences } from "./states.ts"

const always = () => true
const isWeekday = (date: string) => weekday(date) < 6
const days = (rhythm: Parameters<typeof occurrencesOf>[0], from: string, to: string) =>
  occurrencesOf(rhythm, from, to, always).map(({ dueOn }) => dueOn)

test("months end right, whatever their length", () => {
  const monthly = { cadence: "monthly", startsOn: "2026-01-01" } as const
  expect(days(monthly, "2026-01-01", "2026-06-30")).toEqual([
    "2026-01-31",
    "2026-02-28",
    "2026-03-31",
    "2026-04-30",
    "2026-05-31",
    "2026-06-30",
  ])
  expect(days({ cadence: "monthly", startsOn: "2027-12-31" }, "2028-01-01", "2028-05-01")).toEqual([
    "2028-01-30",
    "2028-02-29",
    "2028-03-30",
    "2028-04-30",
  ])
  expect(days({ cadence: "yearly", startsOn: "2024-02-29" }, "2024-01-01", "2028-12-31")).toEqual([
    "2025-02-28",
    "2026-02-28",
    "2027-02-28",
    "2028-02-28",
  ])
})

test("scenario 20: what is promised monthly from the 31st, and yearly from 29 February", () => {
  expect(days({ cadence: "monthly", startsOn: "2027-01-31" }, "2027-01-31", "2027-05-31")).toEqual([
    ...["2027-02-28", "2027-03-30", "2027-04-30", "2027-05-30"],
  ])
  expect(days({ cadence: "yearly", startsOn: "2028-02-29" }, "2028-02-29", "2033-12-31")).toEqual([
    ...["2029-02-28", "2030-02-28", "2031-02-28", "2032-02-28", "2033-02-28"],
  ])
})

describe("scenario 22: a promise that starts mid-quarter", () => {
  const promise = {
    cadence: "quarterly",
    startsOn: "2027-02-15",
    endsOn: "2027-12-31",
    amount: 2,
    unit: "campaigns",
  } as const
  const asked = (more: object = {}) =>
    occurrencesOf({ ...promise, ...more }, "2027-01-01", "2028-12-31", isWeekday).map(({ dueOn, amount }) => [
      dueOn,
      amount,
    ])
  const calendar = { periods: "calendar", partial: "pro_rata" }

  test("by its own quarters it falls due on their last workdays, and what the term cuts off asks for nothing", () => {
    const own = [
      ["2027-05-14", null],
      ["2027-08-16", null],
      ["2027-11-15", null],
    ]
    expect(asked()).toEqual(own)
    expect(asked({ periods: "contract" })).toEqual(own)
  })

  test("by the calendar the first part asks for its share by days, or for nothing", () => {
    const whole = [
      ["2027-06-30", null],
      ["2027-09-30", null],
      ["2027-12-31", null],
    ]
    expect(asked(calendar)).toEqual([["2027-03-31", 1], ...whole])
    expect(asked({ ...calendar, partial: "first_full" })).toEqual(whole)
  })

  test("what both said of a part holds of that part, and nothing said of it is told unrounded", () => {
    const [from, to] = [
      { ...calendar, startsOn: "2027-03-01" },
      { ...calendar, endsOn: "2027-11-30" },
    ]
    expect(asked(from)[0]).toEqual(["2027-03-31", 0.688889])
    expect(asked({ ...from, firstAmount: 1 })[0]).toEqual(["2027-03-31", 1])
    expect(asked({ ...from, firstAmount: 0 })[0]).toEqual(["2027-06-30", null])
    expect(asked(to).at(-1)).toEqual(["2027-11-30", 1.326087])
    expect(asked({ ...to, lastAmount: 2 }).at(-1)).toEqual(["2027-11-30", 2])
    expect(asked({ ...to, lastAmount: 0 }).at(-1)).toEqual(["2027-09-30", null])
    expect(asked({ ...to, firstAmount: 2, lastAmount: 1 })[0]).toEqual(["2027-03-31", 2])
  })

  test("from a first due day that is known on, periods are whole, but for what is said of the first", () => {
    const known = { ...calendar, startsOn: "2027-05-10", firstDueOn: "2027-06-30" }
    expect(asked(known)[0]).toEqual(["2027-06-30", null])
    expect(asked({ ...known, firstAmount: 1 })[0]).toEqual(["2027-06-30", 1])
    expect(asked({ ...known, firstDueOn: "2027-09-30" })[0]).toEqual(["2027-09-30", null])
  })

  test("another calendar of holidays moves a due day and makes no second one", () => {
    const own = (isWorkday: (date: string) => boolean) =>
      occurrencesOf({ ...promise, ...calendar } as never, "2027-01-01", "2028-12-31", isWorkday)
    const [before, after] = [own(isWeekday), own((date) => isWeekday(date) && date !== "2027-03-31")]
    expect(after[0]).toEqual({ firstDueOn: "2027-03-31", dueOn: "2027-04-01", amount: 1 })
    expect(after.map(({ firstDueOn }) => firstDueOn)).toEqual(before.map(({ firstDueOn }) => firstDueOn))
  })
})

test("what is due once is due on its last day, else on its first", () => {
  expect(days({ cadence: "once", startsOn: "2026-01-01", endsOn: "2026-02-15" }, "2026-01-01", "2026-12-31")).toEqual([
    "2026-02-15",
  ])
  expect(days({ cadence: "once", startsOn: "2026-01-01" }, "2026-01-01", "2026-12-31")).toEqual(["2026-01-01"])
})

test("a period that the term cuts off makes no promise", () => {
  const quarterly = { cadence: "quarterly", startsOn: "2026-01-01", endsOn: "2026-08-15" } as const
  expect(days(quarterly, "2026-01-01", "2026-12-31")).toEqual(["2026-03-31", "2026-06-30"])
})

test("a due day on which nobody works moves to the next workday, and keeps its own day", () => {
  const made = occurrencesOf({ cadence: "monthly", startsOn: "2026-01-01" }, "2026-01-31", "2026-02-28", isWeekday)
  expect(made).toEqual([
    { firstDueOn: "2026-01-31", dueOn: "2026-02-02", amount: null },
    { firstDueOn: "2026-02-28", dueOn: "2026-03-02", amount: null },
  ])
})

const date = fc.integer({ min: 0, max: 12_000 }).map((day) => addDays("2000-01-01", day))
const rhythm = fc.record({
  ...{ cadence: fc.constantFrom(...cadences), startsOn: date },
  periods: fc.constantFrom("contract", "calendar"),
  partial: fc.constantFrom("first_full", "pro_rata"),
})

test("made in one go or in two, the occurrences are the same: none is lost or doubled at the seam", () => {
  fc.assert(
    fc.property(rhythm, fc.nat(900), fc.nat(900), fc.boolean(), (each, first, second, hasEnd) => {
      const given = hasEnd ? { ...each, endsOn: addDays(each.startsOn, first + 20) } : each
      const seam = addDays(each.startsOn, first)
      const end = addDays(seam, second)
      const whole = occurrencesOf(given, each.startsOn, end, isWeekday)
      const parts = [
        ...occurrencesOf(given, each.startsOn, seam, isWeekday),
        ...occurrencesOf(given, addDays(seam, 1), end, isWeekday),
      ]
      expect(parts).toEqual(whole)
      if (isExhausted(given, seam)) expect(occurrencesOf(given, addDays(seam, 1), end, isWeekday)).toEqual([])
    }),
  )
})

test("each period of a rhythm is as long as it says", () => {
  fc.assert(
    fc.property(date, fc.constantFrom("monthly", "quarterly", "yearly"), (startsOn, cadence) => {
      const months = { monthly: 1, quarterly: 3, yearly: 12 }[cadence]
      const made = days({ cadence, startsOn }, startsOn, addDays(startsOn, 1_500))
      expect(made.length).toBeGreaterThanOrEqual(4)
      for (const [index, due] of made.entries()) {
        const next = addMonths(startsOn, months * (index + 1))
        // A month too short for the first day's number ends the period with its own last day.
        expect(due).toBe(next.slice(8) === startsOn.slice(8) ? addDays(next, -1) : next)
      }
    }),
  )
})

test("every day belongs to exactly one of before, within and after the window", () => {
  fc.assert(
    fc.property(date, fc.nat(40), fc.integer({ min: -60, max: 60 }), (dueOn, windowDays, offset) => {
      const dated = { dueOn, windowDays, reDated: 0 }
      const today = addDays(dueOn, offset)
      const expected = today < opensOn(dated) ? "upcoming" : today > lapsesOn(dated) ? "missed" : "due"
      expect(stateByCalendar(dated, today)).toBe(expected)
    }),
  )
})

test("from a first due day on, every period after it, and the ends of months stay ends", () => {
  const monthly = { cadence: "monthly", startsOn: "2026-11-28" } as const
  expect(days({ ...monthly, firstDueOn: "2027-01-31" }, "2026-11-28", "2027-05-31")).toEqual([
    ...["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"],
  ])
  expect(days({ ...monthly, firstDueOn: "2027-01-30" }, "2027-02-01", "2027-04-01")).toEqual([
    "2027-02-28",
    "2027-03-30",
  ])
  expect(days({ ...monthly, cadence: "quarterly", firstDueOn: "2027-01-15" }, "2026-11-28", "2027-12-31")).toEqual([
    ...["2027-01-15", "2027-04-15", "2027-07-15", "2027-10-15"],
  ])
  expect(days({ ...monthly, cadence: "weekly", firstDueOn: "2027-01-04" }, "2027-01-05", "2027-01-20")).toEqual([
    ...["2027-01-11", "2027-01-18"],
  ])
  expect(days({ ...monthly, cadence: "yearly", firstDueOn: "2024-02-29" }, "2025-01-01", "2028-12-31")).toEqual([
    ...["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"],
  ])
  expect(days({ ...monthly, firstDueOn: "2027-01-31", endsOn: "2027-03-15" }, "2026-01-01", "2028-01-01")).toEqual([
    ...["2027-01-31", "2027-02-28"],
  ])
})
