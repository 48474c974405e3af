import { expect, test } from "vitest"
import { findSignal, type SignalDefinition } from "#rules/metrics"
import type { Change } from "./change.ts"
import { chanceOfDelay } from "./delay.ts"
import { sharedEvidence, touched } from "./sharedEvidence.ts"

const weeks = 14
const unseen = 4

/** A signal whose onset lies around one week, as surely as said; without a week it says the same of all. */
const changeAt = (week: number | undefined, logBayes: number): Change => {
  const onset = new Float64Array(weeks)
  if (week !== undefined) onset.set([0.3, 0.5, 0.2], week - 1)
  const definition = findSignal("registrations") as SignalDefinition
  return {
    signal: { definition, firstWeek: 0, values: new Float64Array(weeks) },
    observed: weeks,
    logBayes,
    detection: week === undefined ? undefined : ({ onset: { index: week } } as Change["detection"]),
    onset,
    proven: onset,
    places: weeks,
    before: 4,
    after: 1,
    shortfall: undefined,
  }
}

/** Evidence of a signal for an onset in a week. */
const said = ({ onset, logBayes, detection, places }: Change, week: number): number => {
  if (week >= weeks - unseen) return 1
  return Math.exp(logBayes) * (detection === undefined ? 1 : (onset[week] as number) * places)
}

/** Every drift there could be, one by one: which signals it touches, and how late each of them shows it. */
const oneByOne = (changes: readonly Change[]): number => {
  const lags = 300
  let sum = 0
  for (const r of touched) {
    let all = 0
    let reach = 0
    for (let t = 0; t < weeks; t++) {
      for (let subset = 1; subset < 2 ** changes.length; subset++) {
        const isIn = (i: number) => (subset & (1 << i)) !== 0
        const chance = changes.reduce((product, _, i) => product * (isIn(i) ? r : 1 - r), 1)
        const told = (evidence: (change: Change, week: number) => number, from: number) =>
          changes.reduce((product, change, i) => {
            if (!isIn(i)) return product
            let own = 0
            for (let lag = from; lag < lags; lag++) own += chanceOfDelay(lag) * evidence(change, t + lag)
            return product * own
          }, chance)
        all += told(said, 0) - told(said, 1)
        reach += told(() => 1, 0) - told(() => 1, 1)
      }
    }
    sum += all / reach
  }
  return Math.log(sum / touched.length)
}

test.each([
  ["two that moved together", [changeAt(5, 3), changeAt(6, 2.5)]],
  ["two that moved apart", [changeAt(2, 3), changeAt(8, 2.5)]],
  ["one, and two that say nothing", [changeAt(5, 4), changeAt(undefined, -1.6), changeAt(undefined, -1.6)]],
  ["nothing at all", [changeAt(undefined, -1.6), changeAt(undefined, -0.7)]],
])("the closed form equals the sum over every drift there could be: %s", (_, changes) => {
  expect(sharedEvidence(changes)).toBeCloseTo(oneByOne(changes), 6)
})

test("signals that moved at the same time say more than the same signals apart", () => {
  expect(sharedEvidence([changeAt(5, 3), changeAt(6, 3)])).toBeGreaterThan(
    sharedEvidence([changeAt(1, 3), changeAt(8, 3)]),
  )
})
