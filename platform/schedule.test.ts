import { expect, test } from "vitest"
import { isOn, minutesBetween, schedulesOf } from "./schedule.ts"

const [hourly, nightly, never] = schedulesOf([
  { name: "hourly", cron: "5 * * * *" },
  { name: "leap", cron: "40 3 29 2 *" },
  { name: "on request" },
])
const at = (moment: string) => Date.parse(moment)

test("a schedule names its minutes in UTC, a leap day too", () => {
  if (!hourly || !nightly) throw new Error("two of the three jobs have a schedule")
  expect(never).toBeUndefined()
  expect(isOn(hourly, at("2027-03-28T01:05:00Z"))).toBe(true)
  expect(isOn(hourly, at("2027-03-28T01:06:00Z"))).toBe(false)
  expect(isOn(nightly, at("2028-02-29T03:40:00Z"))).toBe(true)
  expect(isOn(nightly, at("2027-03-01T03:40:00Z"))).toBe(false)
})

test("minutes lie after the one moment and up to the other", () => {
  const minutes = minutesBetween(at("2027-01-01T00:00:00Z"), at("2027-01-01T00:02:30Z"))
  expect(minutes.map((each) => new Date(each).toISOString())).toEqual([
    "2027-01-01T00:01:00.000Z",
    "2027-01-01T00:02:00.000Z",
  ])
  expect(minutesBetween(at("2027-01-01T00:00:01Z"), at("2027-01-01T00:00:59Z"))).toEqual([])
})
