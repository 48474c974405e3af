import { describe, expect, test } from "vitest"
import { detectOnset } from "#core/changepoint/detect"
import { seededRandom } from "#core/stats/seededRandom"

const weeks = 120
const random = seededRandom(41)

/** A scale around one level whose mood lasts from week to week. */
const moody = (memory: number, level: (week: number) => number) => {
  let mood = random.normal()
  return Float64Array.from({ length: weeks }, (_, week) => {
    mood = memory * mood + Math.sqrt(1 - memory * memory) * random.normal()
    return level(week) * (1 + 0.15 * mood)
  })
}
const evidenceOf = (values: Float64Array) => detectOnset(values, { kind: "level", worse: "higher" })?.logBayes ?? 0
const shareAbove = (evidence: number, draw: () => Float64Array, times: number) =>
  Array.from({ length: times }, () => evidenceOf(draw())).filter((one) => one > evidence).length / times

describe("the end of a good mood is no change", () => {
  test("a scale that wanders around one level is rarely called changed", () => {
    expect(shareAbove(1, () => moody(0.5, () => 1), 400)).toBeLessThan(0.02)
  })

  test("a change as large as several moods is seen all the same, after a better time that was real, too", () => {
    expect(shareAbove(1, () => moody(0.5, (week) => (week < 90 ? 1 : 1.5)), 60)).toBeGreaterThan(0.9)
    const better = (week: number) => (week < 30 ? 2 : week < 95 ? 1 : 1.6)
    expect(shareAbove(1, () => moody(0.5, better), 60)).toBeGreaterThan(0.9)
  })
})
