import { expect, test } from "vitest"
import { seededRandom } from "#core/stats/seededRandom"
import { weekFromNumber, weekNumber } from "#core/time"
import { findSignal, type SignalDefinition } from "#rules/metrics"
import { findingOf } from "./assess.ts"
import type { DatedEvent, Subject } from "./finding.ts"
import { patterns } from "./patterns.ts"

const firstWeek = weekNumber("2024-01-01")
const weeks = 110
const turn = weekFromNumber(firstWeek + 84)

/** A partner that registers less from a week on, with what is on record of that week. */
const toldWith = (kind: string, side: DatedEvent["side"] = "host") => {
  const random = seededRandom(8)
  const signal = (key: string, before: number, after: number) => ({
    definition: findSignal(key) as SignalDefinition,
    firstWeek,
    values: Float64Array.from({ length: weeks }, (_, week) => random.poisson(week < 84 ? before : after)),
  })
  const subject: Subject = {
    ...{ partnership: "p", type: "reseller", events: [{ kind, occurredOn: turn, side }] },
    signals: [signal("registrations", 6, 1), signal("two_way_contacts", 5, 4), signal("training_completions", 2, 2)],
  }
  return findingOf(subject, firstWeek + weeks - 1, [], { level: 0.5 })
}

test("a tier that a change of terms took speaks for the host's economics, and is the host's act", () => {
  const sudden = toldWith("enrolment.demoted_by_rule_change")
  expect(sudden).toMatchObject({ drifting: true, firstSide: "host" })
  expect(sudden.causes[0]).toMatchObject({ cause: "economics" })
  expect(sudden.causes[0]?.evidence).toContainEqual(
    expect.objectContaining({ event: "enrolment.demoted_by_rule_change", occurredOn: turn, side: "host" }),
  )
})

test("a tier that was lost by the partner's own figures accuses nobody", () => {
  const own = toldWith("enrolment.fell")
  expect(own.drifting).toBe(true)
  expect(own.firstSide).not.toBe("host")
  expect(own).toEqual(toldWith("nothing.of_the_kind"))
})

test("a demotion that somebody notes is about tiers, and no tie with a rival", () => {
  const speaksFor = (kind: string) =>
    patterns.filter(({ events }) => events.test(kind.replaceAll("_", " "))).map(({ cause }) => cause)
  expect(speaksFor("tier_demotion")).toEqual(["economics"])
  expect(speaksFor("enrolment.demoted_by_rule_change")).toEqual(["economics"])
  expect(speaksFor("enrolment.fell")).toEqual([])
  expect(speaksFor("ties_with_a_rival")).toEqual(["strategic_divergence"])
})
