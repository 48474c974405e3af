import { expect, test } from "vitest"
import { weekFromNumber } from "#core/time"
import { findSignal, type SignalDefinition } from "#rules/metrics"
import { borneOut } from "./borneOut.ts"
import type { Change } from "./change.ts"
import type { Cause, CauseFinding } from "./finding.ts"
import { firstMoverOf } from "./firstMover.ts"

const moved = (key: string, week: number): Change => {
  const onset = new Float64Array(60)
  onset.set([0.2, 0.6, 0.2], week - 1)
  const signal = { definition: findSignal(key) as SignalDefinition, partyId: null, firstWeek: 0, values: onset }
  return {
    ...{ signal, observed: 60, logBayes: 9, detection: undefined, onset, proven: onset, places: 50 },
    ...{ before: 4, after: 1, shortfall: undefined },
  }
}
const because = (cause: Cause, probability = 0.9, evidence: CauseFinding["evidence"] = []) => [
  { cause, probability, evidence },
]
const act = (event: string, week: number, side: "host" | "partner") => ({
  ...{ event, occurredOn: weekFromNumber(week), side, partyId: null, id: null },
})
const names = (by: ReturnType<typeof borneOut>) => by.map((one) => ("event" in one ? one.event : one.signal))

test("a side is borne out by its own signals, the earliest first", () => {
  const story = [moved("host_promises_kept", 9), moved("host_answer_hours", 5), moved("registrations", 15)]
  expect(names(borneOut("host", story, []))).toEqual(["host_answer_hours", "host_promises_kept"])
  expect(borneOut("undetermined", story, [])).toEqual([])
})

test("nobody is accused on the word of a cause alone", () => {
  const story = [moved("registrations", 9), moved("revenue", 15)]
  expect(borneOut("host", story, because("economics"))).toEqual([])
  expect(firstMoverOf(story, story, because("economics"), [])).toEqual({
    ...{ firstSide: "undetermined", firstPartyId: null, firstBy: [] },
  })
})

test("an act on record bears a side out, and opens the sentence", () => {
  const story = [moved("registrations", 9), moved("revenue", 15)]
  const cut = because("economics", 0.9, [act("margin cut", 7, "host")])
  expect(firstMoverOf(story, story, cut, [])).toMatchObject({ firstSide: "host", firstBy: [{ event: "margin cut" }] })
  expect(borneOut("host", story, because("economics", 0.4, [act("margin cut", 7, "host")]))).toEqual([])
})

test("who clearly came after the other side's first, or after anything that moved, is not accused", () => {
  expect(borneOut("host", [moved("host_answer_hours", 20), moved("registrations", 9)], [])).toEqual([])
  expect(borneOut("host", [moved("host_answer_hours", 20), moved("two_way_contacts", 9)], [])).toEqual([])
  expect(borneOut("host", [moved("host_answer_hours", 9), moved("registrations", 9)], [])).toHaveLength(1)
})

test("nobody is accused against the likeliest cause, unless it is an unlikely one", () => {
  const story = [moved("partner_reply_hours", 5), moved("registrations", 9)]
  expect(borneOut("partner", story, because("host_people_loss", 0.3))).toEqual([])
  expect(borneOut("partner", story, because("host_people_loss", 0.29))).toHaveLength(2)
  expect(borneOut("both", [moved("governance_meetings_held", 3)], because("host_people_loss"))).toEqual([])
})

test("both are named for what both do, or for one of each of which neither was clearly first", () => {
  expect(names(borneOut("both", [moved("governance_meetings_held", 3), moved("host_promises_kept", 20)], []))).toEqual([
    "governance_meetings_held",
  ])
  const each = [moved("host_promises_kept", 9), moved("partner_promises_kept", 9), moved("registrations", 12)]
  expect(names(borneOut("both", each, []))).toEqual(["host_promises_kept", "partner_promises_kept"])
  expect(borneOut("both", [moved("host_promises_kept", 5), moved("partner_promises_kept", 15)], [])).toEqual([])
  expect(borneOut("both", [moved("revenue", 5)], [])).toEqual([])
})
