import { expect, test } from "vitest"
import { seededRandom } from "#core/stats/seededRandom"
import { findSignal, type SignalDefinition } from "#rules/metrics"
import { findingOf } from "./assess.ts"
import type { Subject } from "./finding.ts"
import { shocksOf } from "./market.ts"

const weeks = 130
const keys = ["registrations", "two_way_contacts", "leads_passed_by_partner", "campaigns_run"]

/** A type of so many members; `left` says what is left of a member's usual in a week. */
const typeOf = (members: number, left: (member: number, week: number) => number): readonly Subject[] => {
  const random = seededRandom(8)
  return Array.from({ length: members }, (_, member) => ({
    partnership: `p${member}`,
    type: "reseller",
    events: [],
    signals: keys.map((key) => ({
      definition: findSignal(key) as SignalDefinition,
      firstWeek: 0,
      values: Float64Array.from({ length: weeks }, (_, week) => random.poisson(5 * left(member, week))),
    })),
  }))
}
const weeksOf = (subjects: readonly Subject[]) => shocksOf(subjects, weeks - 1).map(({ week }) => week)

test("where two in five drift, each in its own time, like partnerships show no market, however many they are", () => {
  const drifting = (member: number, week: number) => (member % 5 < 2 && week >= 50 + (member % 60) ? 0.3 : 1)
  expect(weeksOf(typeOf(100, drifting))).toEqual([])
})

test("a fall that nearly all share is the market's, among ten and among a hundred, even where some drift besides", () => {
  const market = (member: number, week: number) => (week >= 70 && member % 10 !== 0 ? 0.6 : 1)
  for (const members of [10, 100]) {
    const found = weeksOf(typeOf(members, (m, w) => market(m, w) * (m % 5 === 3 && w >= 90 ? 0.4 : 1)))
    expect(found.length).toBeGreaterThanOrEqual(keys.length)
    for (const week of found) expect(Math.abs(week - 70)).toBeLessThanOrEqual(3)
  }
})

const shareOfMarketIn = (fallen: readonly string[]) => {
  const [one] = typeOf(1, () => 1)
  if (one === undefined) throw new Error("no subject")
  const fell = one.signals.map((signal) => ({
    ...signal,
    values: signal.values.map((value, week) =>
      week >= 100 && fallen.includes(signal.definition.key) ? Math.floor(value / 8) : value,
    ),
  }))
  const shocks = keys.map((signal) => ({ type: "reseller", signal, week: 100, size: -0.3 }))
  const finding = findingOf({ ...one, signals: fell }, weeks - 1, shocks)
  expect(finding.drifting).toBe(true)
  return finding.causes.find(({ cause }) => cause === "market")?.probability ?? 0
}

test("the market explains business that fell; it does not explain that two companies talk less", () => {
  expect(shareOfMarketIn(["registrations", "two_way_contacts"])).toBeGreaterThan(0.2)
  expect(shareOfMarketIn(["two_way_contacts"])).toBeLessThan(0.1)
})
