import { expect, test } from "vitest"
import { mapPoints, recentHealth } from "./mapPoints.ts"

const row = (id: string, currency: string | null, health: readonly (number | null)[]) => ({
  id,
  name: id,
  drift: {
    state: "steady",
    silentSince: null,
    onsetOn: null,
    changedSince: null,
    firstSide: null,
    probability: null,
    caseId: null,
  } as const,
  revenue: currency === null ? null : { amountMinor: 12_300, currency },
  weeks: { health },
})

test("health is the mean of the last four weeks that are known, and unknown when none is", () => {
  expect(recentHealth(row("a", "EUR", [10, 100, null, 80, 60]))).toBe(80)
  expect(recentHealth(row("a", "EUR", [90, null, null, null, null]))).toBeUndefined()
  expect(recentHealth({ weeks: undefined })).toBeUndefined()
})

test("only what has a measured value in the common currency and a known health has a place", () => {
  const rows = [row("a", "EUR", [70]), row("b", "USD", [70]), row("c", "EUR", [null]), row("d", null, [70])]
  const { currency, points, left } = mapPoints(rows, () => 100)
  expect({ currency, left }).toEqual({ currency: "EUR", left: 3 })
  expect(points).toEqual([{ id: "a", name: "a", value: 123, health: 70, state: "steady" }])
})

test("nothing measured is no map", () => {
  expect(mapPoints([row("a", null, [70])], () => 100)).toEqual({ currency: undefined, points: [], left: 1 })
})
