import { expect, test } from "vitest"
import { type Calendar, decideCalendar, deliveredCalendar, openHoursOf } from "./calendar.ts"
import { decideTarget, deliveredTarget, targetFor } from "./target.ts"

const delivered = deliveredCalendar({ name: "Contoso", timeZone: "Europe/Berlin", country: "DE" })
const holidays = () => (date: string) => date === "2027-01-01"
const morning = { from: 480, to: 720 }
const afternoon = { from: 780, to: 1_020 }

test("as delivered it is open from Monday to Friday, and closed on holidays", () => {
  const { openOn } = openHoursOf(delivered, holidays)
  expect(openOn("2027-01-04")).toEqual([{ from: 540, to: 1_020 }])
  expect(openOn("2027-01-03")).toEqual([])
  expect(openOn("2027-01-01")).toEqual([])
})

test("a day of its own goes before holiday and weekday", () => {
  const days = [
    { on: "2027-01-01", open: [morning] },
    { on: "2027-01-04", open: [] },
  ]
  const { openOn } = openHoursOf({ ...delivered, days }, holidays)
  expect(openOn("2027-01-01")).toEqual([morning])
  expect(openOn("2027-01-04")).toEqual([])
})

const weekly = (...monday: Calendar["weekly"][number]) => [monday, [], [], [], [], [], []]

test.each<[string, Partial<Calendar>, string]>([
  ["hours that overlap", { weekly: weekly(morning, { from: 700, to: 800 }) }, "hours-overlap"],
  ["hours out of order", { weekly: weekly(afternoon, morning) }, "hours-overlap"],
  ["hours that end before they begin", { weekly: weekly({ from: 720, to: 480 }) }, "hours-overlap"],
  ["the same of a day", { days: [{ on: "2027-01-04", open: [morning, morning] }] }, "hours-overlap"],
  ["a day named twice", { days: [1, 2].map(() => ({ on: "2027-01-04", open: [] })) }, "day-named-twice"],
  ["a week without an hour", { weekly: weekly() }, "never-open"],
])("%s are refused", (_, change, refusal) => {
  expect(decideCalendar({ ...delivered, ...change })).toMatchObject({ refusal })
})

test("a break at noon is fine, and days come in order", () => {
  const days = [
    { on: "2027-12-31", open: [] },
    { on: "2027-12-24", open: [morning] },
  ]
  expect(decideCalendar({ ...delivered, weekly: weekly(morning, afternoon), days })).toMatchObject({
    days: [{ on: "2027-12-24" }, { on: "2027-12-31" }],
  })
})

test("of versions in force the latest holds, of one day's the one recorded last, and before all the delivered one", () => {
  const version = (promisedMinutes: number, inForceFrom: string, recordedAt: string) => ({
    ...{ promisedMinutes, warnMinutes: null, inForceFrom },
    recordedAt: `${recordedAt}T09:00:00.000Z`,
  })
  const versions = [
    version(480, "2027-02-01", "2027-01-20"),
    version(600, "2027-02-01", "2027-01-10"),
    version(960, "2027-01-01", "2027-01-25"),
  ]
  expect(targetFor(versions, "2026-12-31")).toEqual(deliveredTarget)
  expect(targetFor(versions, "2027-01-31").promisedMinutes).toBe(960)
  expect(targetFor(versions, "2027-02-01").promisedMinutes).toBe(480)
})

test("a warning comes before what it warns of, and where nothing is promised there is none", () => {
  expect(decideTarget({ promisedMinutes: 60, warnMinutes: 60 })).toMatchObject({ refusal: "warning-too-early" })
  expect(decideTarget({ promisedMinutes: 60, warnMinutes: 59 })).toEqual({ promisedMinutes: 60, warnMinutes: 59 })
  expect(decideTarget({ promisedMinutes: null, warnMinutes: 30 })).toEqual({ promisedMinutes: null, warnMinutes: null })
})
