import { expect, test } from "vitest"
import { chanceFrom } from "#bench/drift/chance"
import { weekFromNumber, weekNumber } from "#core/time"
import { findSignal, type SignalDefinition } from "#rules/metrics"
import type { Subject } from "./finding.ts"
import { priorDrift } from "./join.ts"
import { assessPortfolio } from "./portfolio.ts"
import { summarise } from "./summarise.ts"
import { beganBy, isLongSeen, mayHaveBegunBy, whenOf } from "./young.ts"

const lastWeek = weekNumber("2026-06-01")
const before = (weeks: number) => weekFromNumber(lastWeek - weeks)
const dated = (low: number, date: number, high: number) => ({
  date: before(date),
  low: before(low),
  high: before(high),
  level: 0.9,
})

test("what was on its way four weeks ago keeps its band", () => {
  const onset = dated(12, 9, 6)
  expect(whenOf(onset, lastWeek, priorDrift + 0.01)).toEqual({ onset, changedSince: null })
})

test("what nothing spoke for four weeks ago may have begun in any week since", () => {
  const { onset, changedSince } = whenOf(dated(12, 9, 6), lastWeek, 0.1)
  expect(onset).toEqual(dated(12, 9, 0))
  expect(changedSince).toBeNull()
})

test("a band that would reach from long ago to today is no date", () => {
  expect(whenOf(dated(38, 20, 6), lastWeek, 0.1).onset).not.toBeNull()
  expect(whenOf(dated(39, 20, 6), lastWeek, 0.1)).toEqual({ onset: null, changedSince: before(39) })
  expect(whenOf(dated(39, 20, 6), lastWeek, priorDrift + 0.01).onset, "seen coming").not.toBeNull()
})

test("a drift seen for four weeks is not young any more", () => {
  expect(isLongSeen(undefined, lastWeek)).toBe(false)
  expect(isLongSeen(before(3), lastWeek), "the Monday after the first of the last four weeks").toBe(true)
  expect(isLongSeen(before(2), lastWeek)).toBe(false)
})

test("what nobody can date was not to be seen four weeks ago, and may have begun before a person decided", () => {
  const undated = { onset: null, changedSince: before(40) }
  expect(beganBy(undated, lastWeek)).toEqual({ date: before(3), low: before(3) })
  expect(beganBy({ onset: null, changedSince: null }, lastWeek)).toBeNull()
  expect(mayHaveBegunBy(undated, before(40))).toBe(true)
  expect(mayHaveBegunBy(undated, before(41))).toBe(false)
  expect(mayHaveBegunBy({ onset: dated(39, 20, 6), changedSince: null }, before(30))).toBe(false)
  expect(mayHaveBegunBy({ onset: null, changedSince: null }, before(0))).toBe(false)
})

/** A count that falls to nothing three weeks ago, after weeks that chance made poor: what is said of it. */
const fallen = (seed: number, rate: number): Subject => {
  const chance = chanceFrom(seed)
  const values = Float64Array.from({ length: 104 }, (_, i) => (i < 101 ? chance.poisson(rate) : 0))
  const definition = findSignal("registrations") as SignalDefinition
  const signals = [{ definition, partyId: null, firstWeek: lastWeek - 103, values }]
  return { partnership: `s${seed}`, type: "reseller", signals, events: [] }
}

test("a fall of three weeks is held by its band, or not dated; never dated before it happened", () => {
  const asOf = weekFromNumber(lastWeek + 1)
  const found = [
    ...assessPortfolio(
      Array.from({ length: 200 }, (_, i) => fallen(i + 1, 7)),
      asOf,
    ),
  ].filter(({ drifting }) => drifting)
  expect(found.length).toBeGreaterThan(10)
  for (const { partnership, onset, changedSince } of found) {
    expect((onset === null) !== (changedSince === null), partnership).toBe(true)
    if (onset) expect(onset.high >= before(2), `${partnership}: ${JSON.stringify(onset)}`).toBe(true)
  }
})

test("where it is too early to date, nothing is dated: no onset, no day of a signal, no episode; and one sentence says so", () => {
  const asOf = weekFromNumber(lastWeek + 1)
  const subjects = Array.from({ length: 600 }, (_, i) => fallen(i + 1, 4))
  const young = [...assessPortfolio(subjects, asOf)].find(({ changedSince }) => changedSince !== null)
  if (young === undefined) throw new Error("none of them is too early to date")
  expect(young).toMatchObject({ drifting: true, onset: null })
  expect(young.signals.filter(({ changed }) => changed)).toMatchObject([{ onset: null, direction: "lower" }])
  expect(young.episodes.filter(({ endedOn }) => endedOn === null)).toEqual([])
  expect(young.detectedOn && young.detectedOn > before(4)).toBe(true)
  expect(summarise(young).slice(0, 1)).toEqual([
    { key: "changed-lately", since: young.changedSince, detectedOn: young.detectedOn },
  ])
  expect(summarise(young).map(({ key }) => key)).toContain("signal")
})
