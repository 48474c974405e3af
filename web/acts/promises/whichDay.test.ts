import { expect, test } from "vitest"
import type { OccurrenceView } from "#contract/commitments"
import { dayOf, dayToShow, reportable } from "./whichDay.ts"

const day = (dueOn: string, state: OccurrenceView["state"], more: object = {}) =>
  ({
    id: dueOn,
    dueOn,
    state,
    isOverdue: false,
    awaitsConfirmation: false,
    proposal: null,
    abilities: { report: true },
    ...more,
  }) as const
const shown = (...days: ReturnType<typeof day>[]) => dayToShow(days as never)?.dueOn

test("where several are due, the newest is looked at, and it comes first when one is asked which", () => {
  const days = [
    day("2026-08-31", "missed", { isOverdue: true }),
    day("2026-09-30", "due", { isOverdue: true }),
    day("2026-10-31", "due"),
    day("2026-11-30", "upcoming"),
  ]
  expect(shown(...days)).toBe("2026-10-31")
  expect(reportable(days as never).map(({ dueOn }) => dueOn)).toEqual(["2026-10-31", "2026-09-30", "2026-08-31"])
})

test("what waits for a word comes before it; without anything due the newest miss, then what comes next, then the last", () => {
  const missed = [day("2026-08-31", "missed", { isOverdue: true }), day("2026-09-30", "missed", { isOverdue: true })]
  const awaited = day("2026-07-31", "missed", { awaitsConfirmation: true })
  expect(shown(awaited, ...missed, day("2026-10-31", "due"))).toBe("2026-07-31")
  const asked = day("2026-06-30", "missed", { proposal: { state: "open" } })
  expect(shown(asked, ...missed, day("2026-10-31", "due"))).toBe("2026-06-30")
  expect(shown(...missed, day("2026-11-30", "upcoming"))).toBe("2026-09-30")
  expect(shown(day("2026-05-31", "kept"), day("2026-11-30", "upcoming"), day("2026-12-31", "upcoming"))).toBe(
    "2026-11-30",
  )
  expect(shown(day("2026-04-30", "kept"), day("2026-05-31", "kept"))).toBe("2026-05-31")
  expect(shown()).toBeUndefined()
})

test("what one may not report, and what is settled, is not asked about", () => {
  const days = [
    day("2026-08-31", "missed", { abilities: { report: "not-your-promise" } }),
    day("2026-09-30", "kept"),
    day("2026-10-31", "missed"),
  ]
  expect(reportable(days as never).map(({ dueOn }) => dueOn)).toEqual(["2026-10-31"])
})

test("a day is found by the day it was due on before another was agreed", () => {
  const moved = { dueOn: "2026-10-20", firstDueOn: "2026-08-31", missedOn: "2026-09-02" }
  const days = [moved, { dueOn: "2026-09-30", firstDueOn: "2026-09-30", missedOn: null }]
  for (const due of ["2026-10-20", "2026-08-31", "2026-09-02"]) expect(dayOf(days, due)).toBe(moved)
  expect(dayOf(days, "2026-09-30")).toBe(days[1])
  expect(dayOf(days, "2026-10-01")).toBeUndefined()
})
