import { describe, expect, test } from "vitest"
import { shocksOf, verdictOf } from "#rules/drift"
import { lastWeek } from "./draw.ts"
import { drawThird } from "./portfolio.ts"
import { tales } from "./tales.ts"

const cases = drawThird(5, 0, 60)
const drifts = cases.filter(({ truth }) => truth.fate === "drift")

describe("a workspace of the third generator", () => {
  test("is the same for the same seed and another for another", () => {
    const drawn = (seed: number) => drawThird(seed, 0, 12).map(({ subject, truth }) => ({ subject, truth }))
    expect(drawn(5)).toEqual(drawn(5))
    expect(drawn(5)).not.toEqual(drawn(6))
  })

  test("has drifts of every cause, which begin inside the record and add up", () => {
    expect(new Set(drifts.map(({ truth }) => truth.cause))).toEqual(new Set(Object.keys(tales)))
    for (const { truth } of drifts) {
      expect(truth.onset).toBeGreaterThanOrEqual(truth.firstWeek + 40)
      expect(truth.onset).toBeLessThanOrEqual(lastWeek - 8)
    }
    expect(drifts.filter(({ truth }) => (truth.addsUpTo ?? 0) > 4).length).toBeGreaterThan(drifts.length / 2)
  })

  test("writes down a retired version as announced and agreed", () => {
    const retired = cases.flatMap(({ subject }) => subject.events).filter(({ kind }) => kind === "api version retired")
    expect(retired.length).toBeGreaterThan(0)
    expect(retired.every(({ note }) => note?.includes("agreed"))).toBe(true)
  })
})

test("falls of middling size, one after another, are added up although two in five of their like drift as well", () => {
  const like = drawThird(2, 0, 500).filter(({ subject }) => subject.type === "reseller")
  const grown = like.filter(({ truth: { onset } }) => onset !== undefined && lastWeek - onset >= 26)
  const shocks = shocksOf(
    like.map(({ subject }) => subject),
    lastWeek,
  )
  expect(grown.length).toBeGreaterThan(15)
  expect(grown.filter(({ subject }) => !verdictOf(subject, lastWeek, shocks).drifting)).toEqual([])
})
