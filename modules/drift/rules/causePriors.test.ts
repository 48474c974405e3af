import { expect, test } from "vitest"
import { seededRandom } from "#core/stats/seededRandom"
import { weekNumber } from "#core/time"
import { findSignal, type SignalDefinition } from "#rules/metrics"
import { findingOf } from "./assess.ts"
import { type Confirmed, learnPriors } from "./causePriors.ts"
import type { Cause } from "./finding.ts"
import { patterns } from "./patterns.ts"

const asked = { partnership: "asked", type: "reseller" }
const confirmed = (count: number, cause: Cause, type = "reseller"): Confirmed[] =>
  Array.from({ length: count }, (_, i) => ({ partnership: `p${i}`, type, cause }))
const base = (cause: Cause) => {
  const pattern = patterns.find((one) => one.cause === cause)
  return pattern?.priorFor?.reseller ?? pattern?.prior ?? 0
}
const ratio = (told: readonly Confirmed[], a: Cause, b: Cause) => {
  const priors = learnPriors(asked, told)
  return (priors?.get(a) ?? 0) / (priors?.get(b) ?? 1)
}

test("nothing confirmed leaves the patterns' own weights", () => {
  expect(learnPriors(asked, [])).toBeUndefined()
  expect(learnPriors(asked, confirmed(3, "market"))).toBeUndefined()
})

test("the whole weight stays what it was, so that what no pattern tells keeps its share", () => {
  const total = patterns.reduce((sum, { cause }) => sum + base(cause), 0)
  const priors = learnPriors(asked, [...confirmed(4, "economics"), ...confirmed(2, "trust", "isv")])
  expect([...(priors?.values() ?? [])].reduce((a, b) => a + b, 0)).toBeCloseTo(total, 10)
})

test("five confirmations within the type weigh more than five in another, and both weigh", () => {
  const before = base("economics") / base("host_service_failure")
  const elsewhere = ratio(confirmed(5, "economics", "isv"), "economics", "host_service_failure")
  const here = ratio(confirmed(5, "economics"), "economics", "host_service_failure")
  expect(elsewhere).toBeGreaterThan(before * 1.5)
  expect(here).toBeGreaterThan(elsewhere * 2)
})

test("what was confirmed about the partnership itself teaches nothing about it", () => {
  const own = [{ partnership: "asked", type: "reseller", cause: "economics" as const }]
  expect(learnPriors(asked, own)).toBeUndefined()
})

test("with many cases the counts alone speak", () => {
  const told = [...confirmed(800, "trust"), ...confirmed(200, "economics")]
  expect(ratio(told, "trust", "economics")).toBeCloseTo(4, 0)
})

test("five confirmations turn the ranking of a case that could be two things", () => {
  const random = seededRandom(11)
  const firstWeek = weekNumber("2024-01-01")
  const fall = (key: string, from: number, before: number, after: number) => ({
    definition: findSignal(key) as SignalDefinition,
    firstWeek,
    values: Float64Array.from({ length: 120 }, (_, week) => random.poisson(week < from ? before : after)),
  })
  const signals = [
    fall("campaigns_run", 80, 3, 0.4),
    fall("registrations", 80, 6, 1.5),
    fall("governance_meetings_held", 200, 2, 2),
  ]
  const subject = { ...asked, signals, events: [] }
  const ranked = (told: readonly Confirmed[]) =>
    findingOf(subject, firstWeek + 119, [], { priors: learnPriors(asked, told) }).causes.map(({ cause }) => cause)
  expect(ranked([])[0]).not.toBe("economics")
  expect(ranked(confirmed(5, "economics"))[0]).toBe("economics")
})
