import fc from "fast-check"
import { expect, test } from "vitest"
import { coveredPeriods, isPeriodOpen, isShareEven, isWhole, shareOf, unevenParts } from "./duePeriods.ts"
import { addDays, daysBetween } from "./time.ts"

const all = { from: "2000-01-01", to: "2100-01-01" }
const two = { amount: 2, unit: "campaigns" }
const year = { startsOn: "2027-02-15", endsOn: "2027-12-31" }

test("calendar quarters of a term that begins within one", () => {
  expect(coveredPeriods(year, "quarterly", all)).toEqual([
    { endsOn: "2027-03-31", days: 45, of: 90, isFirst: true },
    { endsOn: "2027-06-30", days: 91, of: 91, isFirst: false },
    { endsOn: "2027-09-30", days: 92, of: 92, isFirst: false },
    { endsOn: "2027-12-31", days: 92, of: 92, isFirst: false },
  ])
  expect(coveredPeriods({ ...year, endsOn: "2027-05-10" }, "quarterly", all).at(-1)).toEqual({
    ...{ endsOn: "2027-05-10", days: 40, of: 91, isFirst: false },
  })
  expect(coveredPeriods({ startsOn: "2027-02-15", endsOn: "2027-03-01" }, "quarterly", all)).toEqual([
    { endsOn: "2027-03-01", days: 15, of: 90, isFirst: true },
  ])
  expect(coveredPeriods({ startsOn: "2028-02-29" }, "yearly", { from: "2029-01-01", to: "2029-12-31" })).toEqual([
    { endsOn: "2029-12-31", days: 365, of: 365, isFirst: false },
  ])
})

test("a share by days is told as it is; one of what is counted whole has to be said", () => {
  const [half] = coveredPeriods(year, "quarterly", all)
  const [third] = coveredPeriods({ ...year, startsOn: "2027-03-01" }, "quarterly", all)
  if (!half || !third) throw new Error("a term has a first period")
  expect([shareOf(two, half), isShareEven(two, half)]).toEqual([1, true])
  expect([shareOf(two, third), isShareEven(two, third)]).toEqual([0.688889, false])
  // Nothing said is once; money is told to its smallest coin, and what is no whole number anyway as it is.
  expect([shareOf({}, half), isShareEven({}, half)]).toEqual([0.5, false])
  expect([
    shareOf({ amount: 25_000, unit: "EUR" }, third),
    isShareEven({ amount: 25_000, unit: "EUR" }, third),
  ]).toEqual([8_611.11, true])
  expect(shareOf({ amount: 25_000, unit: "JPY" }, third)).toBe(8_611)
  expect(isShareEven({ amount: 2.5, unit: "days" }, third)).toBe(true)
})

test("a part is measured by its whole period, and a first day that is the last of its month is one day", () => {
  const first = (startsOn: string, cadence: "monthly" | "quarterly") => {
    const { endsOn, days, of } = coveredPeriods({ startsOn }, cadence, all)[0] ?? {}
    return [endsOn, days, of]
  }
  expect(first("2024-05-20", "quarterly")).toEqual(["2024-06-30", 42, 91])
  expect(first("2026-03-22", "quarterly")).toEqual(["2026-03-31", 10, 90])
  expect(first("2024-01-31", "monthly")).toEqual(["2024-01-31", 1, 31])
  expect(coveredPeriods({ startsOn: "2027-01-25", endsOn: "2027-02-02" }, "monthly", all)).toMatchObject([
    { days: 7, of: 31 },
    { days: 2, of: 28 },
  ])
  expect(first("2027-02-24", "monthly")).toEqual(["2027-02-28", 5, 28])
})

test("of the first and of the last part it is told which has to be said", () => {
  const uneven = (more: object) => unevenParts({ ...year, ...two, ...more }, "quarterly")
  expect(uneven({})).toEqual({})
  expect(uneven({ startsOn: "2027-03-01" })).toEqual({ first: 0.688889 })
  expect(uneven({ endsOn: "2027-11-30" })).toEqual({ last: 1.326087 })
  expect(uneven({ startsOn: "2027-03-01", endsOn: "2027-03-20" })).toEqual({ first: 0.444444 })
  expect(uneven({ endsOn: undefined })).toEqual({})
})

test("which periods are meant is open only where the calendar's are others", () => {
  const open = (startsOn: string, cadence: string) => isPeriodOpen({ startsOn }, cadence)
  expect([open("2027-02-15", "quarterly"), open("2027-01-01", "quarterly"), open("2027-02-01", "monthly")]).toEqual([
    ...[true, false, false],
  ])
  expect([open("2027-02-01", "quarterly"), open("2027-04-01", "yearly"), open("2027-02-15", "weekly")]).toEqual([
    ...[true, true, false],
  ])
  expect(open("2027-02-15", "once")).toBe(false)
})

test("periods tile: each day of a term lies in one, and asked for in two goes they are the same", () => {
  const day = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays("2000-01-01", days))
  fc.assert(
    fc.property(
      day,
      fc.nat(900),
      fc.nat(900),
      fc.constantFrom("monthly", "quarterly", "yearly"),
      (startsOn, length, seam, cadence) => {
        const term = { startsOn, endsOn: addDays(startsOn, length) }
        const periods = coveredPeriods(term, cadence, all)
        expect(periods.reduce((sum, { days }) => sum + days, 0)).toBe(daysBetween(startsOn, term.endsOn) + 1)
        expect(periods.at(-1)?.endsOn).toBe(term.endsOn)
        expect(periods.slice(1, -1).every(isWhole)).toBe(true)
        const cut = addDays(startsOn, seam)
        expect([
          ...coveredPeriods(term, cadence, { ...all, to: cut }),
          ...coveredPeriods(term, cadence, { ...all, from: addDays(cut, 1) }),
        ]).toEqual(periods)
      },
    ),
  )
})
