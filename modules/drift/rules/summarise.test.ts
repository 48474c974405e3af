import { expect, test } from "vitest"
import type { Assessment, SignalFinding } from "./finding.ts"
import { headlineOf, summarise } from "./summarise.ts"

const on = (date: string) => ({ date, low: date, high: date, level: 0.9 })
const signal = (key: string, side: SignalFinding["side"], date: string, more: Partial<SignalFinding> = {}) => ({
  ...{ signal: key, side, partyId: null, changed: true, probability: 1, onset: on(date) },
  ...{ direction: "lower" as const, before: 4, after: 1, isShort: false, ...more },
})
const finding: Assessment = {
  ...{ partnership: "p", drifting: true, probability: 1, onset: on("2026-03-02"), changedSince: null },
  ...{ detectedOn: "2026-04-06", firstSide: "host", firstPartyId: null, market: false, scored: true, reason: null },
  firstBy: [{ signal: "host_promises_kept", side: "host", partyId: null }],
  signals: [
    signal("revenue", "both", "2026-05-04"),
    signal("two_way_contacts", "both", "2026-03-02"),
    signal("host_promises_kept", "host", "2026-03-09"),
  ],
  causes: [{ cause: "host_service_failure", probability: 0.9, evidence: [] }],
  ...{ marketFalls: [], fromTheStart: false, silentSince: null, episodes: [] },
}
const keys = (told: Assessment) => summarise(told).map(({ key }) => key)
const moves = (told: Assessment) => summarise(told).flatMap((one) => (one.key === "signal" ? [one] : []))

test("what bears out the first side opens the sentence; the rest follows by date, and what came no later is not told as later", () => {
  expect(keys(finding)).toEqual(["drifting-since", "first-side", "signal", "signal", "signal", "likely-causes"])
  expect(moves(finding).map((one) => [one.signal, one.joint])).toEqual([
    ["host_promises_kept", "first"],
    ["two_way_contacts", "and"],
    ["revenue", "then"],
  ])
  expect(summarise(finding)[0]).toMatchObject({ leadWeeks: 4 })
})

test("an act that bears it out opens the sentence", () => {
  const cut = { event: "rule_change", occurredOn: "2026-02-20", side: "host" as const, partyId: null, id: null }
  const told = summarise({ ...finding, firstBy: [cut] })
  expect(told.slice(1, 4)).toMatchObject([
    { key: "first-side", side: "host" },
    { key: "act", joint: "first", event: { event: "rule_change" } },
    { key: "signal", joint: "then", signal: "two_way_contacts" },
  ])
})

test("without what bears it out nobody is named, whatever an older finding says", () => {
  const { firstBy: _, ...older } = finding
  expect(summarise(older as Assessment)).toContainEqual({ key: "first-side", side: "undetermined", partyId: null })
})

test("who has fallen silent is not called drifting", () => {
  const silent = { ...finding, silentSince: "2026-05-18" }
  expect(keys(silent).slice(0, 2)).toEqual(["silent-since", "began"])
  expect(headlineOf(silent).map(({ key }) => key)).toEqual(["silent-since", "began", "first-side", "likely-causes"])
  expect(keys({ ...silent, drifting: false, onset: null })).toEqual(["silent-since"])
})

test("what a person decided about is no drift to tell", () => {
  expect(summarise(finding, true)).toEqual([{ key: "settled" }])
})

test("a signal that ended stopped; a chair that stands empty is vacant; a promise that never came did not fall", () => {
  const told = (one: SignalFinding, more: Partial<Assessment> = {}) => moves({ ...finding, signals: [one], ...more })[0]
  expect(told(signal("registrations", "partner", "2026-03-09", { after: 0 }))?.how).toBe("stopped")
  const empty = { direction: "higher" as const, before: 0, after: 7 }
  expect(told(signal("sponsor_vacant_days_host", "host", "2026-03-09", empty))?.how).toBe("vacant")
  const short = (before: number | null, after: number) =>
    told(signal("revenue", "both", "2026-03-09", { before, after, isShort: true }), { fromTheStart: true })?.how
  expect([short(2280, 0), short(17_160, 6_449), short(null, 0)]).toEqual(["never-came", "never-enough", "never-began"])
  expect(keys({ ...finding, fromTheStart: true })).not.toContain("first-side")
})

test("a fall of the market is told with its figures instead of 'steady'", () => {
  const calm = { ...finding, drifting: false, onset: null, firstSide: null, firstBy: [], signals: [], causes: [] }
  const fall = { signal: "revenue", side: "both" as const, partyId: null, since: "2026-07-06" }
  const falls = [{ ...fall, belowBefore: 0.39, belowPromised: 0.35 }]
  expect(summarise({ ...calm, market: true, marketFalls: falls })).toEqual([{ key: "market-fell", falls }])
  expect(summarise(calm)).toEqual([{ key: "steady" }])
})

test("a cause is likely or possible, from one threshold on", () => {
  const named = (probability: number) =>
    summarise({ ...finding, causes: [{ cause: "trust", probability, evidence: [] }] }).at(-1)?.key
  expect([named(0.3), named(0.29), named(0.04)]).toEqual(["likely-causes", "possible-causes", "signal"])
})
