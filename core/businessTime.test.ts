import fc from "fast-check"
import { expect, test } from "vitest"
import { businessMs, type OpenHours, openAtOrAfter, reachedAt } from "./businessTime.ts"
import { weekday } from "./time.ts"

const hour = 3_600_000
const nine = 9 * 60
const five = 17 * 60
const closedDays = ["2027-03-26", "2027-03-29"]
const berlin: OpenHours = {
  timeZone: "Europe/Berlin",
  openOn: (date) => (weekday(date) > 5 || closedDays.includes(date) ? [] : [{ from: nine, to: five }]),
}
const always = (timeZone: string): OpenHours => ({ timeZone, openOn: () => [{ from: 0, to: 1_440 }] })
const never: OpenHours = { timeZone: "UTC", openOn: () => [] }
const due = (hours: OpenHours, from: string, ms: number) => reachedAt([{ from, hours }], ms)

test("time goes on at the next opening, over a weekend, holidays and the clock change", () => {
  expect(due(berlin, "2027-03-25T14:00:00Z", 8 * hour)).toBe("2027-03-30T13:00:00.000Z")
  expect(due(berlin, "2027-10-29T14:20:00Z", 8 * hour)).toBe("2027-11-01T15:20:00.000Z")
})

test("a sum that is full at closing is due at closing, and one that begins before opening begins at opening", () => {
  expect(due(berlin, "2027-02-15T08:00:00Z", 8 * hour)).toBe("2027-02-15T16:00:00.000Z")
  expect(due(berlin, "2027-02-15T03:00:00Z", 1)).toBe("2027-02-15T08:00:00.001Z")
  expect(due(berlin, "2027-02-14T12:00:00Z", 8 * hour + 1)).toBe("2027-02-16T08:00:00.001Z")
})

test("a break at noon is not counted, and what begins in it begins after it", () => {
  const spans = [
    { from: nine, to: 13 * 60 },
    { from: 14 * 60, to: 18 * 60 },
  ]
  const withBreak: OpenHours = { timeZone: "Europe/Berlin", openOn: (date) => (weekday(date) > 5 ? [] : spans) }
  expect(due(withBreak, "2027-02-15T12:30:00Z", hour)).toBe("2027-02-15T14:00:00.000Z")
  expect(due(withBreak, "2027-02-15T11:30:00Z", hour)).toBe("2027-02-15T13:30:00.000Z")
  expect(due(withBreak, "2027-02-15T11:00:00Z", hour)).toBe("2027-02-15T12:00:00.000Z")
})

test("a day from midnight to midnight has no minute missing, also when it has 23 or 25 hours", () => {
  for (const zone of ["Europe/Berlin", "America/New_York", "Pacific/Auckland", "Asia/Kathmandu", "America/Santiago"])
    expect(businessMs([{ from: "2027-01-01T00:00:00Z", hours: always(zone) }], "2028-01-01T00:00:00Z")).toBe(
      8_760 * hour,
    )
  expect(due(always("Europe/Berlin"), "2027-03-27T23:00:00Z", 23 * hour)).toBe("2027-03-28T22:00:00.000Z")
  expect(due(always("Europe/Berlin"), "2027-10-30T22:00:00Z", 25 * hour)).toBe("2027-10-31T23:00:00.000Z")
})

test("hours that a clock change skips are not counted, those it repeats are", () => {
  const night: OpenHours = { timeZone: "Europe/Berlin", openOn: () => [{ from: 60, to: 240 }] }
  const on = (day: string) => businessMs([{ from: `${day}T00:00:00Z`, hours: night }], `${day}T12:00:00Z`)
  expect(on("2027-03-28")).toBe(2 * hour)
  // 01:00 summer time lies at 23:00 UTC of the day before.
  expect(businessMs([{ from: "2027-10-30T12:00:00Z", hours: night }], "2027-10-31T12:00:00Z")).toBe(4 * hour)
})

test("what counts may change on the way: nothing for a while, then another calendar", () => {
  const stretches = [
    { from: "2027-03-25T14:00:00Z", hours: berlin },
    { from: "2027-03-25T15:30:00Z", hours: undefined },
    { from: "2027-03-30T09:00:00Z", hours: berlin },
  ]
  expect(businessMs(stretches, "2027-03-29T12:00:00Z")).toBe(1.5 * hour)
  expect(reachedAt(stretches, 8 * hour)).toBe("2027-03-31T07:30:00.000Z")
  expect(reachedAt(stretches.slice(0, 2), 8 * hour)).toBeUndefined()
})

test("who never opens reaches nothing, and nothing asked is reached at once", () => {
  expect(due(never, "2027-01-01T00:00:00Z", 1)).toBeUndefined()
  expect(due(never, "2027-01-01T00:00:00Z", 0)).toBe("2027-01-01T00:00:00.000Z")
  expect(reachedAt([], 0)).toBeUndefined()
  expect(openAtOrAfter(never, "2027-01-01T00:00:00Z")).toBeUndefined()
})

test("the next opening: now where it is open, closing is not", () => {
  expect(openAtOrAfter(berlin, "2027-02-15T09:00:00Z")).toBe("2027-02-15T09:00:00.000Z")
  expect(openAtOrAfter(berlin, "2027-02-15T16:00:00Z")).toBe("2027-02-16T08:00:00.000Z")
})

test("the moment a length is reached is the first at which the sum is that long", () => {
  const moment = fc.integer({ min: Date.parse("2027-01-01"), max: Date.parse("2028-12-31") })
  const span = fc.tuple(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 1, max: 1_440 }))
  const zone = fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC")
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 200 * hour }), span, zone, (start, ms, [a, b], timeZone) => {
      fc.pre(a < b)
      const hours: OpenHours = { timeZone, openOn: (date) => (weekday(date) === 7 ? [] : [{ from: a, to: b }]) }
      const stretches = [{ from: new Date(start).toISOString(), hours }]
      const at = reachedAt(stretches, ms)
      if (at === undefined) return
      expect(businessMs(stretches, at)).toBe(ms)
      expect(businessMs(stretches, new Date(Date.parse(at) - 1).toISOString())).toBe(ms - 1)
    }),
    { numRuns: 60 },
  )
})
