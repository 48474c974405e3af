import { expect, test } from "vitest"
import { type ClockEnd, followsClock, minutesIn, standingByClock } from "./clocked.ts"
import { decideDispute, decideReDatable, decideReport, decideWaiver, type Occurrence } from "./decide.ts"

const dueAt = "2027-02-16T08:30:00.000Z"
const [before, after] = ["2027-02-16T08:29:59.999Z", "2027-02-16T08:30:00.001Z"]
const going: ClockEnd = { dueAt, stoppedAt: null, cancelledAt: null, voidedAt: null }
const standing = (change: Partial<ClockEnd>, now = "2027-02-17T09:00:00.000Z") =>
  standingByClock({ ...going, ...change }, now, (at) => at.slice(0, 10))

test.each<[string, Partial<ClockEnd>, string | undefined, string | undefined]>([
  ["answered at the due instant", { stoppedAt: dueAt }, "kept", "2027-02-16"],
  ["answered before", { stoppedAt: "2027-02-15T09:00:00.000Z" }, "kept", "2027-02-15"],
  ["answered a millisecond later", { stoppedAt: after }, "kept_late", "2027-02-16"],
  ["not answered", {}, "missed", "2027-02-16"],
  ["withdrawn before it was due", { cancelledAt: before }, undefined, undefined],
  ["withdrawn at the due instant", { cancelledAt: dueAt }, undefined, undefined],
  ["withdrawn after", { cancelledAt: after }, "missed", "2027-02-16"],
  ["recorded wrongly", { stoppedAt: after, voidedAt: after }, undefined, undefined],
  ["not promised", { dueAt: null, stoppedAt: after }, undefined, undefined],
])("%s is %o", (_, change, state, closedOn) => {
  expect(standing(change)?.state).toBe(state)
  expect(standing(change)?.closedOn).toBe(closedOn)
})

test("open until the due instant has passed", () => {
  expect(standing({}, dueAt)).toBeUndefined()
  expect(standing({}, after)?.state).toBe("missed")
})

test("a late answer, and a wrong record, are followed; what people said of it stays", () => {
  const answered = { ...going, stoppedAt: after }
  expect(followsClock("missed", answered)).toBe("kept_late")
  for (const state of ["kept_late", "waived", "disputed"] as const)
    expect(followsClock(state, answered)).toBeUndefined()
  // Late by a time that both parties agreed afterwards.
  expect(followsClock("kept", answered)).toBe("kept_late")
  expect(followsClock("kept", { ...going, stoppedAt: dueAt })).toBeUndefined()
  expect(followsClock("missed", going)).toBeUndefined()
  for (const state of ["kept", "kept_late", "missed"] as const)
    expect(followsClock(state, { ...answered, voidedAt: after })).toBe("waived")
  expect(followsClock("disputed", { ...answered, voidedAt: after })).toBeUndefined()
})

test("nobody reports it or agrees another day; it may be waived and disputed", () => {
  const today = "2027-02-17"
  const promise: Occurrence = {
    ...{
      id: "o",
      partyId: "us",
      owedBy: "host",
      dueOn: "2027-02-16",
      windowDays: 0,
      reDated: 0,
      missedOn: null,
      clockId: "clock",
    },
    ...{ state: "missed", closedOn: "2027-02-16", reportedOn: null, evidenceNeeded: "any" },
  }
  const report = { by: "us", doneOn: "2027-02-16", evidence: ["note"], today } as const
  expect(decideReport(promise, report)).toMatchObject({ refusal: "already-closed" })
  expect(decideReport({ ...promise, clockId: null }, report)).toMatchObject({ state: "kept" })
  expect(decideReDatable(promise)).toMatchObject({ refusal: "already-closed" })
  expect(decideWaiver(promise, today)).toMatchObject({ state: "waived" })
  expect(decideDispute(promise, "them")).toMatchObject({ state: "disputed" })
})

test("promised hours are whole minutes to a clock, whatever their fraction, and one at least", () => {
  expect([24, 0.33, 0.001].map(minutesIn)).toEqual([1_440, 20, 1])
})
