import { expect, test } from "vitest"
import { weekFromNumber } from "#core/time"
import { findSignal, type SignalDefinition } from "#rules/metrics"
import type { Change } from "./change.ts"
import type { Cause } from "./finding.ts"
import { firstPartyOf, firstSideOf } from "./firstSide.ts"

const moved = (key: string, week: number, partyId: string | null = null): Change => {
  const onset = new Float64Array(40)
  onset.set([0.2, 0.6, 0.2], week - 1)
  const definition = findSignal(key) as SignalDefinition
  const signal = { definition, partyId, firstWeek: 0, values: new Float64Array(40) }
  return {
    signal,
    observed: 40,
    logBayes: 9,
    detection: undefined,
    onset,
    proven: onset,
    places: 30,
    before: 4,
    after: 1,
    shortfall: undefined,
  }
}
const because = (cause: Cause, probability = 0.8) => [{ cause, probability, evidence: [] }]

test("who moved first is said by the order", () => {
  const hostFirst = [moved("host_answer_hours", 5), moved("registrations", 15)]
  expect(firstSideOf(hostFirst, because("host_service_failure"))).toBe("host")
  expect(firstSideOf([moved("partner_reply_hours", 5), moved("host_promises_kept", 15)], [])).toBe("partner")
})

test("what both owe answers for both when it moved first", () => {
  const meetingsFirst = [moved("governance_meetings_held", 3), moved("host_promises_kept", 20)]
  expect(firstSideOf(meetingsFirst, because("governance_lapse"))).toBe("both")
})

test("what follows says nothing of who was first unless a cause does", () => {
  expect(firstSideOf([moved("revenue", 9)], [])).toBe("undetermined")
  expect(firstSideOf([moved("revenue", 9)], because("economics", 0.9))).toBe("host")
})

test("an act on record counts where the likeliest cause rests on it", () => {
  const cut = { event: "margin cut", occurredOn: weekFromNumber(2), side: "host" as const, partyId: null, id: null }
  const economics = (probability: number) => [{ cause: "economics" as const, probability, evidence: [cut] }]
  expect(firstSideOf([moved("registrations", 9)], economics(0.8))).toBe("host")
  expect(firstSideOf([moved("registrations", 9)], economics(0.3))).toBe("partner")
})

test("what was announced and agreed is no letting go: a version retired on notice, a pause that was agreed", () => {
  const act = (event: string) => ({
    event,
    occurredOn: weekFromNumber(2),
    side: "host" as const,
    partyId: null,
    id: null,
  })
  const failing = [moved("integration_error_rate", 6), moved("integration_active_tenants", 12)]
  const rot = (event: string) => [{ cause: "integration_rot" as const, probability: 0.9, evidence: [act(event)] }]
  expect(firstSideOf(failing, rot("api version retired"))).toBe("partner")
  expect(firstSideOf(failing, rot("version_retired"))).toBe("partner")
  expect(firstSideOf(failing, rot("breaking api change"))).toBe("host")
  const noted = (kind: string, note: string) => [{ kind, note, occurredOn: weekFromNumber(2), side: "host" as const }]
  expect(firstSideOf(failing, rot("api change"), noted("api change", "announced in May, agreed with them"))).toBe(
    "partner",
  )
  expect(firstSideOf(failing, rot("version retired"), noted("version retired", "without notice"))).toBe("host")
  expect(firstSideOf(failing, rot("version retired"), noted("version retired", "was never agreed"))).toBe("host")
  const cut = [{ cause: "economics" as const, probability: 0.55, evidence: [act("margin cut")] }]
  const agreed = noted("margin cut", "agreed by both in the annual review")
  expect(firstSideOf([moved("partner_reply_hours", 9)], cut)).toBe("host")
  expect(firstSideOf([moved("partner_reply_hours", 9)], cut, agreed)).not.toBe("host")
})

test("a signal of both sides that moves first names neither", () => {
  const gap = [moved("perception_gap", 4), moved("partner_reply_hours", 20), moved("partner_promises_kept", 22)]
  expect(firstSideOf(gap, because("trust", 0.9))).toBe("both")
  expect(firstSideOf(gap, [])).toBe("both")
  expect(firstSideOf([moved("partner_promises_kept", 4), moved("perception_gap", 20)], [])).toBe("partner")
})

test("an order that speaks clearly is not overruled by a weak cause", () => {
  expect(firstSideOf([moved("partner_reply_hours", 5)], because("host_people_loss", 0.3))).toBe("partner")
})

test("of several companies the one whose own signals came first is named, where one stands out", () => {
  const theirs = (first: number, second: number) => [
    moved("partner_promises_kept", first, "one"),
    moved("partner_promises_kept", second, "two"),
    moved("host_promises_kept", 30, "us"),
  ]
  expect(firstPartyOf("partner", theirs(5, 15), [])).toBe("one")
  expect(firstPartyOf("partner", theirs(15, 5), [])).toBe("two")
  expect(firstPartyOf("partner", theirs(10, 10), [])).toBeNull()
  expect(firstPartyOf("host", theirs(5, 15), [])).toBe("us")
  expect(firstPartyOf("both", theirs(5, 15), [])).toBeNull()
  expect(firstPartyOf("partner", [moved("partner_reply_hours", 5)], [])).toBeNull()
  const left = {
    event: "sponsor left",
    occurredOn: weekFromNumber(1),
    side: "partner" as const,
    partyId: "two",
    id: null,
  }
  const because = [{ cause: "partner_people_loss" as const, probability: 0.9, evidence: [left] }]
  expect(firstPartyOf("partner", theirs(5, 15), because)).toBe("two")
})
