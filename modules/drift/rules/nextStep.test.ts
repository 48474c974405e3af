import { expect, test } from "vitest"
import { nextStepOf } from "./nextStep.ts"

const known = { nextTask: null, cause: "trust", isCauseConfirmed: false }

test("what was agreed on goes first, then the cause, then the meeting over it", () => {
  expect(nextStepOf({ ...known, nextTask: {} })).toBe("task")
  expect(nextStepOf({ nextTask: {}, cause: null, isCauseConfirmed: true })).toBe("task")
  expect(nextStepOf({ ...known, cause: null })).toBe("name-cause")
  expect(nextStepOf(known)).toBe("confirm-cause")
  expect(nextStepOf({ ...known, isCauseConfirmed: true })).toBe("plan-meeting")
})
