import { expect, test } from "vitest"
import { findSignal, type SignalDefinition } from "#rules/metrics"
import type { Change } from "./change.ts"
import { movedTogether } from "./moved.ts"

/** A signal that fell in a week, from one level to another, with so much evidence. */
const fall = (key: string, week: number, [before, after]: readonly [number, number], logBayes = 20): Change => {
  const values = new Float64Array(400)
  const onset = Float64Array.from({ length: 400 }, (_, i) => (i === week ? 1 : 0))
  return {
    signal: { definition: findSignal(key) as SignalDefinition, firstWeek: 0, values },
    observed: 400,
    ...{ logBayes, detection: undefined, onset, proven: onset, places: 400, before, after, shortfall: undefined },
  }
}
const told = (...changes: readonly Change[]) => {
  const { story, aftermath } = movedTogether(changes, { probability: 1, inclusion: changes.map(() => 1) })
  const names = (some: readonly Change[]) => some.map(({ signal }) => signal.definition.key)
  return [names(story), names(aftermath)]
}

test("what lies more than a year and a half apart is not one story: the later is told", () => {
  const old = fall("registrations", 50, [4, 2])
  expect(told(old, fall("campaigns_run", 128, [3, 1]))).toEqual([["registrations", "campaigns_run"], []])
  expect(told(old, fall("campaigns_run", 129, [3, 1]))).toEqual([["campaigns_run"], []])
})

test("what fell to nothing is where the drift began, if it weighs no less than all that came of it", () => {
  const gone = fall("registrations", 50, [4, 0.2])
  const later = fall("campaigns_run", 200, [3, 0.1])
  expect(told(later, gone)).toEqual([["registrations"], ["campaigns_run"]])
  expect(told({ ...later, logBayes: 21 }, gone)).toEqual([["campaigns_run"], []])
  expect(told(later, { ...gone, after: 0.5 }), "an eighth is left").toEqual([["campaigns_run"], []])
  const last = fall("two_way_contacts", 300, [5, 1], 15)
  expect(told(last, later, gone)).toEqual([["registrations"], ["campaigns_run", "two_way_contacts"]])
})

test("nothing that belongs leaves what has any evidence at all", () => {
  const [some, none] = [fall("registrations", 50, [4, 2], 1), fall("campaigns_run", 60, [3, 3], -1)]
  expect(movedTogether([some, none], { probability: 1, inclusion: [0.4, 0.1] }).story).toEqual([some])
})
