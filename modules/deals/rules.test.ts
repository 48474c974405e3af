import { expect, test } from "vitest"
import { clockMoveOf, type DealState, dealMoves, dealStates, isAnswer } from "./rules.ts"

test("what a move means for the time promised for an answer: asking is no answer", () => {
  const meaning = (from: DealState) =>
    Object.fromEntries(
      dealMoves[from].map((to) => [to, clockMoveOf(from, to)]).filter(([, move]) => move !== undefined),
    )
  expect(meaning("draft")).toEqual({ submitted: "start" })
  const ends = { approved: "stop", rejected: "stop", withdrawn: "cancel", expired: "cancel" }
  expect(meaning("submitted")).toEqual({ info_requested: "ask", ...ends })
  expect(meaning("in_review")).toEqual({ info_requested: "ask", ...ends })
  expect(meaning("info_requested")).toEqual({ submitted: "answered", in_review: "answered", ...ends })
  for (const from of ["approved", "extended", "rejected", "won", "lost", "expired", "withdrawn"] as const)
    expect(meaning(from)).toEqual({})
  for (const state of dealStates) expect(clockMoveOf(state, state)).toBeUndefined()
  expect(dealStates.filter(isAnswer)).toEqual(["approved", "rejected"])
})
