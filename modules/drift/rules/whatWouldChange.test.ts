import { expect, test } from "vitest"
import { seededRandom } from "#core/stats/seededRandom"
import { weekNumber } from "#core/time"
import { findSignal, type SignalDefinition } from "#rules/metrics"
import { findingOf } from "./assess.ts"
import type { Subject } from "./finding.ts"
import { patterns } from "./patterns.ts"
import { tellingEvents } from "./tellingEvents.ts"
import { whatWouldChange } from "./whatWouldChange.ts"

const firstWeek = weekNumber("2024-01-01")
const weeks = 110
const lastWeek = firstWeek + weeks - 1

/** Registrations carry the evidence; contacts go along a little. */
const tell = (fallsTo: number, contactsTo = 3.5): Subject => {
  const random = seededRandom(8)
  const signal = (key: string, before: number, after: number) => ({
    definition: findSignal(key) as SignalDefinition,
    firstWeek,
    values: Float64Array.from({ length: weeks }, (_, week) => random.poisson(week < 84 ? before : after)),
  })
  const signals = [
    signal("registrations", 6, fallsTo),
    signal("two_way_contacts", 5, contactsTo),
    signal("training_completions", 2, 2),
  ]
  return { partnership: "p", type: "reseller", signals, events: [] }
}
const asked = (subject: Subject) => ({ subject, lastWeek, shocks: [], settings: { level: 0.5 } })
const told = (subject: Subject) => {
  const finding = findingOf(subject, lastWeek, [], { level: 0.5 })
  return { finding, would: whatWouldChange(asked(subject), finding) }
}

test("the signal that carries the answer comes first, and without it there would be none", () => {
  const { finding, would } = told(tell(1))
  expect(finding.drifting).toBe(true)
  expect(would?.without[0]?.signal).toBe("registrations")
  expect(would?.without[0]?.probability).toBeLessThan(finding.probability)
  expect(would?.carriedBy[0]).toEqual({ signal: "registrations", side: "partner", partyId: null })
})

test("an event nobody recorded raises its cause by as much as recording it does", () => {
  const { finding, would } = told(tell(1))
  const [first] = would?.events ?? []
  if (first === undefined || finding.onset === null) throw new Error("no event told")
  const { kind, side, cause, from, to } = first
  expect(from).toBe(finding.causes.find((each) => each.cause === cause)?.probability)
  const event = { occurredOn: finding.onset.date, kind, side }
  const recorded = findingOf({ ...tell(1), events: [event] }, lastWeek, [], { level: 0.5 })
  expect(recorded.causes.find((each) => each.cause === cause)?.probability).toBe(to)
  expect(to).toBeGreaterThan(from)
})

test("weeks back at normal end it, weeks like the present do not", () => {
  const { finding, would } = told(tell(1.5))
  const [present, normal] = would?.weeks ?? []
  expect(present).toMatchObject({ like: "present", weeks: 4 })
  expect(present?.probability).toBeGreaterThan(finding.probability - 0.05)
  expect(normal?.probability).toBeLessThan(present?.probability as number)
  expect(would?.overAfter).not.toBeNull()
})

test("nothing is asked about what does not drift", () => {
  expect(told(tell(6, 5)).would).toBeUndefined()
})

test("every telling event is one its cause's pattern knows, on the side it expects", () => {
  for (const { cause, events, eventSide } of patterns) {
    const event = tellingEvents[cause]
    expect([cause, events.test(event?.kind.replaceAll("_", " ") ?? "")]).toEqual([cause, true])
    if (eventSide !== undefined) expect(event?.side).toBe(eventSide)
  }
})
