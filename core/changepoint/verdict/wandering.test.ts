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

/** A share of many tries, drawn week by week. */
const rateOf = (level: (week: number) => number, tries: number) =>
  Float64Array.from({ length: weeks }, (_, week) => random.poisson(tries * level(week)) / tries)

describe("a rise of a rate must matter", () => {
  const sizes = new Float64Array(weeks).fill(20_000)
  const evidence = (after: number) =>
    detectOnset(
      rateOf((week) => (week < 70 ? 0.0072 : after), 20_000),
      { kind: "proportion", worse: "higher", sizes },
    )?.logBayes ?? 0

  test("0.84 % after 0.72 is surely more, and nothing; 4 % is a change", () => {
    expect(evidence(0.0084)).toBeLessThan(0)
    expect(evidence(0.04)).toBeGreaterThan(20)
  })
})

describe("a time that is over is told when it was one", () => {
  const passedOf = (values: Float64Array, worse: "lower" | "higher" = "lower") =>
    (detectOnset(values, { kind: "amount", worse })?.episodes() ?? []).filter(
      ({ end, logBayes }) => end !== undefined && logBayes > 4,
    )
  /** A stock of a few large things, each there for a quarter. */
  const stock = () => {
    const born = Float64Array.from({ length: weeks + 13 }, () => random.poisson(0.5) * Math.exp(0.7 * random.normal()))
    return Float64Array.from({ length: weeks }, (_, week) => born.subarray(week, week + 13).reduce((a, b) => a + b, 1))
  }

  test("a stock that goes up and down by itself had no such time", () => {
    const told = Array.from({ length: 200 }, () => passedOf(stock()).length).filter((count) => count > 0)
    expect(told.length / 200).toBeLessThan(0.08)
  })

  test("answers that took four times as long for eight months had, even where few weeks saw any", () => {
    const told = Array.from({ length: 100 }, () => {
      const isSlow = (week: number) => week >= 42 && week < 75
      const hours = (week: number) => 36 * (isSlow(week) ? 4 : 1) * Math.exp(0.3 * random.normal())
      const isSeen = (week: number) => random.uniform() < (isSlow(week) ? 0.25 : 0.5)
      const values = Float64Array.from({ length: weeks }, (_, week) => (isSeen(week) ? hours(week) : Number.NaN))
      return passedOf(values, "higher")
    }).filter(([first]) => first !== undefined && Math.abs(first.onset.index - 42) <= 4)
    expect(told.length).toBeGreaterThan(70)
  })
})
