import { expect, test } from "vitest"
import { stages } from "#rules/partnerships"
import { stageReached } from "./stage.ts"

const [signed, onboarding] = [
  { isSigned: true, isOnboarding: false },
  { isSigned: true, isOnboarding: true },
]

test("once an agreement is in force nobody negotiates any more: it is onboarded, or at work", () => {
  for (const stage of ["identified", "qualifying", "negotiating"] as const) {
    expect(stageReached(stage, onboarding)).toBe("onboarding")
    expect(stageReached(stage, signed)).toBe("active")
  }
})

test("whose onboarding is over works together; while it is under way it goes on", () => {
  expect(stageReached("onboarding", signed)).toBe("active")
  expect(stageReached("onboarding", onboarding)).toBeUndefined()
})

test("without an agreement nothing follows, and what somebody said themselves stays", () => {
  for (const stage of stages)
    for (const isOnboarding of [true, false])
      expect(stageReached(stage, { isSigned: false, isOnboarding })).toBeUndefined()
  for (const stage of ["active", "renewing", "paused", "ended", "declined"] as const)
    for (const record of [signed, onboarding]) expect(stageReached(stage, record)).toBeUndefined()
})
