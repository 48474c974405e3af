import { describe, expect, test } from "vitest"
import { chanceFrom } from "#bench/drift/chance"
import { detectOnset } from "./detect.ts"
import { segment } from "./segment.ts"

// What people reported of other detectors: docs/field-cases.md, "Series and dates".

const steps = (length: number, at: number, before: number, after: number) =>
  Float64Array.from({ length }, (_, i) => (i < at ? before : after))

test.each([61, 62, 63, 64])("a change at %i is found there, and not at the next multiple of five", (at) => {
  const chance = chanceFrom(at)
  const [point = 0, ...more] = segment([steps(120, at, 10, 18).map((mean) => mean + chance.normal())]).points
  expect([Math.abs(point - at) <= 1, more]).toEqual([true, []])
})

test("one odd week at the end of a series of zeros, or of the same number, changes nothing", () => {
  const odd = (usual: number, once: number) => Float64Array.from({ length: 104 }, (_, i) => (i === 101 ? once : usual))
  for (const values of [odd(0, 50), odd(40, 39), odd(40, 0)])
    for (const kind of ["count", "amount", "level", "latency"] as const)
      for (const worse of ["lower", "higher"] as const)
        expect(detectOnset(values, { kind, worse })?.probability, `${kind}, ${worse}`).toBeLessThan(0.1)
})

describe("a series without any noise that falls to nothing is seen at once, whatever it is and in whatever unit", () => {
  const kinds = ["count", "amount", "level", "proportion"] as const
  test.each(kinds.flatMap((kind) => [[kind, 60, 40] as const, [kind, 156, 100] as const, [kind, 156, 130] as const]))(
    "%s, %i weeks, from week %i on",
    (kind, length, at) => {
      for (const level of kind === "proportion" ? [1] : [1, 1000]) {
        const found = detectOnset(steps(length, at, level, 0), { kind, worse: "lower" })
        expect(found?.probability, `${level}`).toBeGreaterThan(0.95)
        const { low = at + 1, high = 0 } = found?.onset ?? {}
        expect(low <= at && at <= high + 1, `${level}: ${low} to ${high}`).toBe(true)
      }
    },
  )
})

test("sums that go below zero, as credit notes do, fall like any other", () => {
  const chance = chanceFrom(5)
  const values = steps(104, 80, 1000, -300).map((mean) => Math.round(mean + 150 * chance.normal()))
  const found = detectOnset(values, { kind: "amount", worse: "lower" })
  expect(found?.probability).toBeGreaterThan(0.99)
  expect(found?.onset).toEqual({ index: 80, low: 80, high: 80 })
  expect(found?.after).toBeLessThan(0)
})

test.each([1e3, 1e5, 1e7, 1e9, 1e12])("%d events a week are dated like few, in no more room", (level) => {
  const values = Float64Array.from({ length: 156 }, (_, i) =>
    Math.round(level * (i < 100 ? 1 : 0.6) * (1 + 0.05 * Math.sin(7 * i))),
  )
  expect(detectOnset(values, { kind: "count", worse: "lower" })).toMatchObject({ onset: { index: 100 } })
})
