import { expect, test } from "vitest"
import { laneOf } from "./lanes.ts"

const lane = {
  signal: "host_promises_kept",
  side: "host",
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

test("a lane shows two years, shares in per cent, and a missing week as missing", () => {
  const shown = laneOf({ ...lane, actual: [...lane.actual] }, "our promises kept")
  expect(shown.weeks).toHaveLength(104)
  expect(shown.weeks[0]).toBe("2024-04-22")
  expect(shown.actual.slice(-2)).toEqual([50, null])
  expect(shown.change).toEqual({ onset: "2026-03-09", from: "2026-03-02", to: "2026-03-23", before: 90, after: 40 })
  expect(shown).toMatchObject({ key: "host_promises_kept:host", side: "host", unit: "%" })
})
