import { expect, test } from "vitest"
import { laneOf, lanesLike, shownFrom } from "./lanes.ts"

const lane = {
  signal: "host_promises_kept",
  partyId: "us",
  side: "host",
  dimension: "promise",
  kind: "proportion",
  worse: "lower",
  isKnown: true,
  changed: true,
  probability: 1,
  direction: "lower",
  onset: { date: "2026-03-09", low: "2026-03-02", high: "2026-03-23", level: 0.9 },
  before: 0.9,
  after: 0.4,
  contribution: 1,
  firstWeek: "2024-01-01",
  actual: Array.from({ length: 120 }, (_, i) => (i === 119 ? null : 0.5)),
  expected: null,
} as const

const asOf = "2026-04-22"
const called = (name: string) => ({ name, level: (value: number) => `${value} of one` })

test("a lane shows two years, shares in per cent, and a missing week as missing", () => {
  const from = shownFrom({ asOf, onset: lane.onset, lanes: [] })
  const shown = laneOf({ ...lane, actual: [...lane.actual] }, called("our promises kept"), from, "EUR")
  expect(shown.weeks).toHaveLength(104)
  expect(shown.weeks[0]).toBe("2024-04-22")
  expect(shown.actual.slice(-2)).toEqual([50, null])
  expect(shown.change).toEqual({ onset: "2026-03-09", from: "2026-03-02", to: "2026-03-23", before: 90, after: 40 })
  expect(shown.said).toEqual({ before: "0.9 of one", after: "0.4 of one" })
  const undated = laneOf({ ...lane, actual: [...lane.actual], onset: null }, called("kept"), from, "EUR")
  expect([undated.change, undated.said]).toEqual([undefined, shown.said])
  const still = laneOf({ ...lane, actual: [...lane.actual], onset: null, changed: false }, called("kept"), from, "EUR")
  expect(still.said).toBeUndefined()
  expect(shown).toMatchObject({ key: "host_promises_kept:us", side: "host", unit: "%" })
  const money = { ...lane, actual: [...lane.actual], signal: "revenue", kind: "amount" as const }
  expect(laneOf(money, called("revenue"), from, "CHF")).toMatchObject({ unit: "CHF", change: { before: 0.9 } })
})

test("an older onset is in the picture with the year before it, or from the first week known", () => {
  const onset = { ...lane.onset, date: "2023-01-02" }
  const old = { ...lane, onset, firstWeek: "2016-01-04", actual: Array.from({ length: 537 }, () => 0.5) }
  const from = shownFrom({ asOf, onset, lanes: [old] })
  expect(from).toBe("2022-01-03")
  expect(laneOf(old, called("kept"), from, "EUR").weeks).toMatchObject({ 0: "2022-01-03", length: 537 - 313 })
  expect(laneOf({ ...lane, actual: [...lane.actual] }, called("kept"), from, "EUR").weeks[0]).toBe("2024-01-01")
  expect(shownFrom({ asOf, onset: null, lanes: [old] })).toBe("2022-01-03")
})

test("a preview keeps the lanes and their order; what was not known yet is left out", () => {
  const [kept, other] = [lane, { ...lane, signal: "revenue" }].map((each) => ({ ...each, actual: [...each.actual] }))
  const past = [
    { ...other, changed: false },
    { ...kept, changed: false },
  ] as Parameters<typeof lanesLike>[1]
  const shown = lanesLike(
    [kept, other, { ...other, partyId: "them", side: "partner" }] as Parameters<typeof lanesLike>[0],
    past,
  )
  expect(shown.map(({ signal, changed }) => [signal, changed])).toEqual([
    ["host_promises_kept", false],
    ["revenue", false],
  ])
})
