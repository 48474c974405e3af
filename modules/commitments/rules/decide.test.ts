import fc from "fast-check"
import { expect, test } from "vitest"
import { isRefusal } from "#core/refusal"
import {
  decideConfirmation,
  decideDispute,
  decideNewDate,
  decideReport,
  decideUndo,
  decideWaiver,
  isOftenReDated,
  type Occurrence,
} from "./decide.ts"
import { mayMove, moves, occurrenceStates } from "./states.ts"

const due: Occurrence = {
  id: "o",
  partyId: "us",
  owedBy: "host",
  dueOn: "2026-11-20",
  windowDays: 7,
  state: "due",
  closedOn: null,
  reportedOn: null,
  reDated: 0,
  evidenceNeeded: "any",
  clockId: null,
}
const today = "2026-11-23"
const report = { by: "us", doneOn: today, evidence: ["note"], today } as const

test("kept inside the window is kept, afterwards it is kept late; learning of it late does not make it late", () => {
  expect(decideReport(due, report)).toMatchObject({ state: "kept", closedOn: today })
  const missed = { ...due, dueOn: "2026-11-02", state: "missed" } as const
  expect(decideReport(missed, report)).toMatchObject({ state: "kept_late" })
  expect(decideReport(missed, { ...report, doneOn: "2026-11-09" })).toMatchObject({
    state: "kept",
    closedOn: "2026-11-09",
  })
})

test.each([
  ["any", [], "evidence-needed"],
  ["file", ["note"], "evidence-needed"],
  ["file", ["activity"], "evidence-needed"],
  ["record", ["note"], "evidence-needed"],
] as const)("%s needs more than %j", (evidenceNeeded, evidence, code) => {
  expect(decideReport({ ...due, evidenceNeeded }, { ...report, evidence })).toMatchObject({ refusal: code })
})

test.each([
  ["file", ["file"]],
  ["file", ["link"]],
  ["record", ["file"]],
  ["record", ["link"]],
  ["record", ["activity"]],
] as const)("%s is satisfied by %j", (evidenceNeeded, evidence) => {
  expect(decideReport({ ...due, evidenceNeeded }, { ...report, evidence })).toMatchObject({ state: "kept" })
})

test("where confirmation is needed, a report only announces, and the other side closes it as of the day it was done", () => {
  const strict = { ...due, evidenceNeeded: "confirmation" } as const
  const announced = decideReport(strict, { ...report, doneOn: "2026-11-21" })
  expect(announced).toEqual({ state: "due", closedOn: null, reportedOn: "2026-11-21" })
  if (isRefusal(announced)) throw new Error("refused")
  expect(decideReport({ ...strict, ...announced }, report)).toMatchObject({ refusal: "already-reported" })
  expect(decideConfirmation({ ...strict, ...announced })).toEqual({
    state: "kept",
    closedOn: "2026-11-21",
    reportedOn: null,
  })
  expect(decideReport(strict, { ...report, by: "them" })).toMatchObject({ state: "kept" })
  expect(decideConfirmation(strict)).toMatchObject({ refusal: "nothing-to-confirm" })
})

test("a promise is not kept tomorrow, and not re-agreed to yesterday", () => {
  expect(decideReport(due, { ...report, doneOn: "2026-11-24" })).toMatchObject({ refusal: "not-yet" })
  expect(decideNewDate(due, today, today)).toMatchObject({ refusal: "date-passed" })
})

test("each agreed date counts and the third is shown", () => {
  let occurrence: Occurrence = due
  for (const dueOn of ["2026-12-01", "2026-12-08", "2026-12-15"]) {
    const moved = decideNewDate(occurrence, dueOn, today)
    if (isRefusal(moved)) throw new Error(moved.refusal)
    expect(isOftenReDated(occurrence)).toBe(false)
    occurrence = { ...occurrence, ...moved }
  }
  expect(occurrence).toMatchObject({ state: "re_agreed", dueOn: "2026-12-15", reDated: 3 })
  expect(isOftenReDated(occurrence)).toBe(true)
})

test("a report can be taken back on its own day and returns to where the calendar says", () => {
  const kept = { ...due, state: "kept", closedOn: today } as const
  expect(decideUndo(kept, today, today)).toEqual({ state: "due", closedOn: null, reportedOn: null })
  expect(decideUndo({ ...kept, dueOn: "2027-01-30" }, today, today)).toMatchObject({ state: "upcoming" })
  expect(decideUndo({ ...kept, state: "kept_late", dueOn: "2026-11-01" }, today, today)).toMatchObject({
    state: "missed",
    closedOn: "2026-11-08",
  })
  expect(decideUndo(kept, "2026-11-22", today)).toMatchObject({ refusal: "too-late-to-undo" })
  expect(decideUndo(due, null, today)).toMatchObject({ refusal: "nothing-to-undo" })
})

test("a disputed promise that was reported can be confirmed after all", () => {
  const disputed = decideDispute({ ...due, state: "kept", closedOn: "2026-11-20" })
  if (isRefusal(disputed)) throw new Error(disputed.refusal)
  expect(decideConfirmation({ ...due, ...disputed })).toMatchObject({ state: "kept", closedOn: "2026-11-20" })
})

const occurrence = fc.record({
  id: fc.constant("o"),
  partyId: fc.constantFrom("us", "them"),
  owedBy: fc.constantFrom("host" as const, "partner" as const),
  dueOn: fc.constantFrom("2026-10-01", "2026-11-20", "2026-12-24"),
  windowDays: fc.nat(30),
  state: fc.constantFrom(...occurrenceStates),
  closedOn: fc.constantFrom(null, "2026-11-19"),
  reportedOn: fc.constantFrom(null, "2026-11-20"),
  reDated: fc.nat(4),
  evidenceNeeded: fc.constantFrom("any" as const, "file" as const, "record" as const, "confirmation" as const),
  clockId: fc.constant(null),
})

test("no decision makes a move that the table does not list", () => {
  fc.assert(
    fc.property(occurrence, (one) => {
      const decisions = [
        decideReport(one, { ...report, evidence: ["link", "activity"] }),
        decideConfirmation(one),
        decideWaiver(one, today),
        decideNewDate(one, "2026-12-31", today),
        decideDispute(one),
      ]
      for (const decision of decisions)
        if (!isRefusal(decision) && decision.state !== one.state) expect(mayMove(one.state, decision.state)).toBe(true)
    }),
  )
})

test("what is waived is over", () => {
  expect(moves.waived).toEqual([])
})
