import fc from "fast-check"
import { expect, test } from "vitest"
import { isRefusal } from "#core/refusal"
import {
  decideConfirmation,
  decideDispute,
  decideNewDate,
  decideReport,
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
  missedOn: null,
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
  expect(announced).toMatchObject({ state: "due", closedOn: null, reportedOn: "2026-11-21" })
  if (isRefusal(announced)) throw new Error("refused")
  expect(decideReport({ ...strict, ...announced }, report)).toMatchObject({ refusal: "already-reported" })
  expect(decideConfirmation({ ...strict, ...announced })).toMatchObject({
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

test("agreed before its day it is no miss; agreed after it, that day stays missed, and kept on the new day is kept late", () => {
  const agreed = (on: string) => {
    const moved = decideNewDate(due, "2026-12-15", on)
    if (isRefusal(moved)) throw new Error(moved.refusal)
    return { ...due, ...moved }
  }
  expect(agreed("2026-11-20").missedOn).toBeNull()
  const after = agreed("2026-11-21")
  expect(after.missedOn).toBe("2026-11-20")
  const onNewDay = { ...report, doneOn: "2026-12-10", today: "2026-12-10" }
  expect(decideReport(after, onNewDay)).toMatchObject({ state: "kept_late", missedOn: "2026-11-20" })
  expect(decideReport(agreed("2026-11-20"), onNewDay)).toMatchObject({ state: "kept", missedOn: null })
  // It turns out to have been kept for its first day.
  expect(decideReport(after, { ...onNewDay, doneOn: "2026-11-26" })).toMatchObject({ state: "kept", missedOn: null })
  const again = decideNewDate({ ...after, dueOn: "2026-12-15" }, "2027-01-15", "2026-12-20")
  expect(again).toMatchObject({ missedOn: "2026-11-20", reDated: 2 })
})

test("a miss that its own party contests stays counted; contested by the other it does not count", () => {
  const missed = { ...due, state: "missed", closedOn: "2026-11-27" } as const
  expect(decideDispute(missed, "us")).toMatchObject({ state: "disputed", missedOn: "2026-11-20" })
  expect(decideDispute(missed, "them")).toMatchObject({ state: "disputed", missedOn: null })
  expect(decideWaiver({ ...missed, missedOn: "2026-11-20" }, today)).toMatchObject({ state: "waived", missedOn: null })
})

test("a disputed promise that was reported can be confirmed after all", () => {
  const disputed = decideDispute({ ...due, state: "kept", closedOn: "2026-11-20" }, "them")
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
  missedOn: fc.constantFrom(null, "2026-09-01"),
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
        decideDispute(one, "us"),
      ]
      for (const decision of decisions)
        if (!isRefusal(decision) && decision.state !== one.state) expect(mayMove(one.state, decision.state)).toBe(true)
    }),
  )
})

test("what is waived is over", () => {
  expect(moves.waived).toEqual([])
})
