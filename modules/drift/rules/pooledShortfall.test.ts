import { describe, expect, test } from "vitest"
import { chanceFrom } from "#bench/drift/chance"
import { weekNumber } from "#core/time"
import { findSignal, type SignalDefinition } from "#rules/metrics"
import { findingOf } from "./assess.ts"
import type { Subject } from "./finding.ts"

const weeks = 110
const lastWeek = weekNumber("2026-06-01")
const firstWeek = lastWeek - weeks + 1

/** A partnership that was promised so much in four signals, and to which a share of it comes. */
const promised = (seed: number, share: (week: number) => number): Subject => {
  const chance = chanceFrom(seed)
  const level = { registrations: 2.5, leads_passed_by_partner: 2, campaigns_run: 1, training_completions: 1.5 }
  const signals = Object.entries(level).map(([key, usual]) => ({
    definition: findSignal(key) as SignalDefinition,
    firstWeek,
    values: Float64Array.from({ length: weeks }, (_, i) => chance.poisson(usual * share(i))),
    expected: new Float64Array(weeks).fill(usual),
  }))
  return { partnership: "one", type: "reseller", signals, events: [] }
}
const saidOf = (share: (week: number) => number) =>
  [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => findingOf(promised(seed, share), lastWeek, []))

describe("promises of which each comes to too little", () => {
  test("are found together, and told as a promise that was wrong from the start", () => {
    const found = saidOf(() => 0.5)
    expect(found.every(({ drifting, fromTheStart }) => drifting && fromTheStart)).toBe(true)
    expect(found.every(({ causes }) => causes[0]?.cause === "wrong_promise")).toBe(true)
  })

  test("are nothing where they are nearly met, or were for the first half of the time", () => {
    expect(saidOf(() => 0.85).some(({ drifting }) => drifting)).toBe(false)
    expect(saidOf((week) => (week < 80 ? 1 : 0.3)).some(({ fromTheStart }) => fromTheStart)).toBe(false)
  })
})
