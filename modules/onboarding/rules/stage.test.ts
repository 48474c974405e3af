import { expect, test } from "vitest"
import { stages } from "#rules/partnerships"
import { stageReached } from "./stage.ts"

const [signed, onboarding] = [
  { isSigned: true, isOnboarding: false },
  { isSigned: true, isOnboarding: true },
]
const before = ["identified", "qualifying", "negotiating"] as const
const turns = ["signed", "begun", "over"] as const

test("once an agreement is in force nobody negotiates any more: it is onboarded, or at work", () => {
  for (const stage of before) {
    for (const turn of ["signed", "begun"] as const) expect(stageReached(turn, stage, onboarding)).toBe("onboarding")
    expect(stageReached("signed", stage, signed)).toBe("active")
  }
})

test("whose onboarding is over works together; while another is under way it goes on", () => {
  expect(stageReached("over", "onboarding", signed)).toBe("active")
  expect(stageReached("over", "onboarding", onboarding)).toBeUndefined()
  // What is signed or begun beside it ends nothing.
  for (const turn of ["signed", "begun"] as const) expect(stageReached(turn, "onboarding", signed)).toBeUndefined()
})

test("who negotiates again does so although an onboarding of before is over", () => {
  for (const stage of before) expect(stageReached("over", stage, signed)).toBeUndefined()
})

test("without an agreement nothing follows, and what somebody said themselves stays", () => {
  for (const turn of turns)
    for (const stage of stages)
      for (const isOnboarding of [true, false])
        expect(stageReached(turn, stage, { isSigned: false, isOnboarding })).toBeUndefined()
  for (const stage of ["active", "renewing", "paused", "ended", "declined"] as const)
    for (const turn of turns)
      for (const record of [signed, onboarding]) expect(stageReached(turn, stage, record)).toBeUndefined()
})
