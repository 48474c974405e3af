import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays, addMonths, daysBetween } from "#core/time"
import {
  type Facts,
  isValidOn,
  judge,
  type Line,
  missingOf,
  progressOf,
  type Requirement,
  windowStart,
} from "../rules.ts"
import { lineOf } from "./line.ts"

const nothing: Facts = { deals: null, measured: [], certificates: [], agreements: [], byHand: {} }
const won = (wonOn: string | null, amount: number | null) => ({
  ...{ id: `${wonOn} ${amount}`, wonOn },
  amountMinor: amount === null ? null : amount * 100,
})
const asks = (asked: Partial<Requirement>): Requirement => ({
  ...{ key: "r", kind: "won", about: "", threshold: 25_000_000, windowMonths: 12 },
  ...asked,
})
const gold = {
  ...{ key: "gold", name: "Gold", benefits: { discountBps: null, words: [] } },
  requirements: [
    asks({ key: "sales" }),
    asks({ key: "satisfaction", kind: "metric", about: "satisfaction", threshold: 60 }),
  ],
}
const sold = [
  ...[won("2027-02-28", 40_000), won("2027-03-01", 30_000)],
  ...[won("2027-09-15", 180_000), won("2028-02-29", 40_000)],
]
const salesOn = (on: string, deals = sold) => lineOf(asks({}), { ...nothing, deals }, on)

test("scenario 24: twelve months up to a day are calendar months, over 29 February too; equal is met", () => {
  expect(salesOn("2028-02-27")).toMatchObject({ value: 25_000_000, standing: "met", from: "2027-02-28" })
  expect(salesOn("2028-02-28")).toMatchObject({ value: 21_000_000, standing: "not_met", from: "2027-03-01" })
  expect(salesOn("2028-02-29")).toMatchObject({ value: 25_000_000, standing: "met", from: "2027-03-01" })
  expect(salesOn("2028-03-01")).toMatchObject({ value: 22_000_000, standing: "not_met", from: "2027-03-02" })
  expect(daysBetween("2027-03-01", "2028-02-29") + 1).toBe(366)
})

test("scenario 24: what no data has come for is pending, and leaves the tier undecided; nobody certified is not met", () => {
  for (const on of ["2028-02-27", "2028-02-28"]) {
    const [standing] = judge({ tiers: [gold] }, { ...nothing, deals: sold }, on)
    expect(standing).toMatchObject({ standing: "pending" })
    expect(standing?.lines[1]).toMatchObject({ standing: "pending", value: null, sources: [] })
  }
  const people = lineOf(asks({ kind: "certified", threshold: 3 }), nothing, "2028-02-29")
  expect(people).toMatchObject({ standing: "not_met", value: 0 })
})

test("scenario 24: each line names the deals that it counts, and a corrected deal is another number", () => {
  expect(salesOn("2028-02-29").sources.map(({ on, value }) => [on, value])).toEqual([
    ["2027-03-01", 3_000_000],
    ["2027-09-15", 18_000_000],
    ["2028-02-29", 4_000_000],
  ])
  const corrected = sold.map((deal) => (deal.wonOn === "2027-09-15" ? won("2027-09-15", 170_000) : deal))
  expect(salesOn("2028-02-29", corrected)).toMatchObject({ value: 24_000_000, standing: "not_met" })
})

test("a deal whose amount or day is not known counts as nothing known, not as zero", () => {
  expect(salesOn("2028-02-28", [...sold, won("2027-05-05", null)])).toMatchObject({ standing: "pending", uncounted: 1 })
  expect(salesOn("2028-02-28", [...sold, won(null, 90_000)])).toMatchObject({ standing: "pending", uncounted: 1 })
  // What is there already is enough, whatever the other comes to; and one of another time is none of it.
  expect(salesOn("2028-02-29", [...sold, won("2027-05-05", null)])).toMatchObject({ standing: "met", uncounted: 1 })
  expect(salesOn("2028-02-28", [...sold, won("2026-05-05", null), won("2028-03-05", null)])).toMatchObject({
    ...{ standing: "not_met", uncounted: 0 },
  })
  expect(lineOf(asks({}), nothing, "2028-02-28")).toMatchObject({ standing: "pending", value: null })
  expect(salesOn("2028-02-28", [])).toMatchObject({ standing: "not_met", value: 0 })
})

const periodOf = (metric: string, periodStart: string, value: number, periodDays = 7) => ({
  ...{ id: `${metric} ${periodStart}`, metric, periodStart, periodDays, value },
})

test("counts are added up over the window, of anything else the latest value holds; a period that is not over is none", () => {
  const measured = [
    ...[periodOf("satisfaction", "2027-06-14", 55), periodOf("satisfaction", "2027-06-07", 70)],
    ...[periodOf("registrations", "2027-06-07", 3), periodOf("registrations", "2027-06-14", 4)],
    ...[periodOf("revenue", "2027-06-07", 10), periodOf("revenue", "2027-06-14", 20)],
  ]
  const on = (day: string, about: string) =>
    lineOf(asks({ kind: "metric", about, threshold: 7, windowMonths: 3 }), { ...nothing, measured }, day).value
  expect(on("2027-06-20", "satisfaction")).toBe(55)
  expect(on("2027-06-19", "satisfaction")).toBe(70)
  expect(on("2027-06-20", "registrations")).toBe(7)
  expect(on("2027-06-20", "revenue")).toBe(30)
  expect(on("2027-09-06", "registrations")).toBe(7)
  expect(on("2027-09-07", "registrations")).toBe(4)
  expect(on("2027-09-14", "registrations")).toBeNull()
  expect(on("2027-06-20", "another")).toBeNull()
})

test("people are counted and not certificates, of one kind or of any; each through its last day", () => {
  const held = (contactId: string, kind: string, issuedOn: string, validUntil: string | null) => ({
    ...{ id: `${contactId} ${kind}`, contactId, kind, issuedOn, validUntil },
  })
  const certificates = [
    ...[held("anna", "Sales expert", "2027-01-01", null), held("anna", "Engineer", "2027-01-01", null)],
    ...[held("ben", "sales-expert", "2027-01-01", "2027-05-31"), held("cleo", "Engineer", "2027-02-01", "2027-05-15")],
  ]
  const people = (on: string, about = "") =>
    lineOf(asks({ kind: "certified", about, threshold: 3 }), { ...nothing, certificates }, on).value
  expect(["2027-05-15", "2027-05-16", "2027-05-31", "2027-06-01"].map((on) => people(on))).toEqual([3, 2, 2, 1])
  expect(people("2027-05-15", "Sales Expert")).toBe(2)
  expect(people("2027-01-31")).toBe(2)
  expect(isValidOn(held("x", "y", "2027-01-02", null), "2027-01-01")).toBe(false)
})

test("an agreement counts from its first through its last day; by hand it is as somebody last said, from then on", () => {
  const agreements = [{ id: "a", startsOn: "2027-01-01", endsOn: "2027-06-30" }]
  const signed = (on: string) =>
    lineOf(asks({ kind: "agreement", threshold: 1 }), { ...nothing, agreements }, on).standing
  expect(["2026-12-31", "2027-01-01", "2027-06-30", "2027-07-01"].map(signed)).toEqual([
    ...["not_met", "met", "met", "not_met"],
  ])
  const open = [{ id: "a", startsOn: "2027-01-01", endsOn: null }, ...agreements]
  expect(lineOf(asks({ kind: "agreement", threshold: 1 }), { ...nothing, agreements: open }, "2027-02-01").value).toBe(
    1,
  )
  expect(lineOf(asks({ kind: "agreement", threshold: 1 }), { ...nothing, agreements: open }, "2030-01-01").value).toBe(
    1,
  )
  const looked = (on: string, isMet: boolean) =>
    lineOf(asks({ kind: "by_hand", threshold: 1 }), { ...nothing, byHand: { r: { isMet, on: "2027-03-01" } } }, on)
  expect(looked("2027-03-01", true).standing).toBe("met")
  expect(looked("2027-03-01", false).standing).toBe("not_met")
  expect(looked("2027-02-28", true).standing).toBe("pending")
})

const line = (value: number | null, threshold: number): Line => ({
  ...lineOf(asks({ threshold }), nothing, "2028-01-01"),
  value,
  standing: value === null ? "pending" : value >= threshold ? "met" : "not_met",
})

test("scenario 26: the bar never rounds up to 100", () => {
  expect(progressOf(line(24_940_000, 25_000_000))).toBe(99)
  expect(missingOf(line(24_940_000, 25_000_000))).toBe(60_000)
  expect(progressOf(line(25_000_000, 25_000_000))).toBe(100)
  expect(missingOf(line(25_000_000, 25_000_000))).toBeNull()
  expect([progressOf(line(null, 5)), missingOf(line(null, 5)), progressOf(line(-3, 5))]).toEqual([null, null, 0])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e12 }), fc.integer({ min: 0, max: 1e12 }), (threshold, value) => {
      const shown = progressOf(line(value, threshold)) as number
      expect(shown === 100).toBe(value >= threshold)
      expect(shown).toBeLessThanOrEqual(Math.max(100, (value / threshold) * 100))
    }),
  )
  // More than enough of what is pending for another reason is still not done.
  expect(progressOf({ standing: "pending", value: 9, threshold: 5 })).toBe(99)
})

test.each([
  ["2026-04-30", 1, "2026-04-01"],
  ["2026-04-29", 1, "2026-03-30"],
  ["2026-11-30", 3, "2026-09-01"],
  ["2026-02-28", 1, "2026-02-01"],
  ["2028-02-28", 1, "2028-01-29"],
  ["2028-02-29", 12, "2027-03-01"],
  ["2026-03-31", 1, "2026-03-01"],
  ["2026-03-30", 1, "2026-03-01"],
])("up to %s, %i calendar months begin on %s", (on, months, from) => {
  expect(windowStart(on, months)).toBe(from)
})

test("a window ends on its day, moves on with it, and is never shorter or longer than its months", () => {
  const days = fc
    .integer({ min: 0, max: 4_000 })
    .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10))
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 36 }), (on, months) => {
      const from = windowStart(on, months)
      expect(from <= on).toBe(true)
      expect(from > addMonths(on, -months)).toBe(true)
      expect(addMonths(from, months) > on).toBe(true)
      expect(windowStart(addDays(on, 1), months) >= from).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})
