import { expect, test } from "vitest"
import { beginsOn, decideGiveUp, decideOpening, decideStart } from "./beginning.ts"

test("one onboarding is under way at a time, and only that is given up", () => {
  expect([decideStart(false), decideGiveUp(true)]).toEqual([true, true])
  expect(decideStart(true)).toMatchObject({ refusal: "onboarding-under-way" })
  expect(decideGiveUp(false)).toMatchObject({ refusal: "onboarding-over" })
})

test("the host opens what is closed, and nothing of what is given up", () => {
  expect(decideOpening({ isGivenUp: false, isClosed: true })).toBe(true)
  expect(decideOpening({ isGivenUp: false, isClosed: false })).toMatchObject({ refusal: "nothing-closed" })
  expect(decideOpening({ isGivenUp: true, isClosed: true })).toMatchObject({ refusal: "onboarding-over" })
})

test("it begins with the agreement, today where that has begun, and not at all with one from long ago", () => {
  expect(beginsOn("2026-12-18", "2026-12-18")).toBe("2026-12-18")
  expect(beginsOn("2027-01-01", "2026-12-18")).toBe("2027-01-01")
  expect(beginsOn("2026-12-10", "2026-12-18")).toBe("2026-12-18")
  expect(beginsOn("2026-11-18", "2026-12-18")).toBe("2026-12-18")
  expect(beginsOn("2026-11-17", "2026-12-18")).toBeUndefined()
})
