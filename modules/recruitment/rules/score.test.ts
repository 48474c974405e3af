import fc from "fast-check"
import { expect, test } from "vitest"
import { byStanding, verdictOf } from "./panel.ts"
import { type Criterion, dimensions, type Level, levels } from "./profile.ts"
import { type Answer, scoreOf } from "./score.ts"

/* Scenario 27 of the acceptance scenarios: weights, knock-out, spread, gaps. */
const weights = [30, 25, 20, 15, 10]
const criteria: readonly Criterion[] = dimensions.map((dimension, place) => ({
  key: dimension,
  dimension,
  weight: weights[place] ?? 0,
  question: "How far?",
  anchors: levels.map(String),
  isKnockOut: dimension === "operational",
}))
const answers = (...given: (Level | null)[]): Answer[] =>
  given.map((level, place) => ({
    criterion: dimensions[place] ?? "",
    level,
    confidence: "medium",
    note: "",
    links: [],
  }))

const a = scoreOf(criteria, answers(75, 50, 100, 75, 50))
const b = scoreOf(criteria, answers(50, 75, 75, 0, 75))
const c = scoreOf(criteria, answers(75, 75, 50, 50))

test("27: totals by weight; what was not answered takes no part and is named", () => {
  expect([a.total, b.total]).toEqual([71.25, 56.25])
  expect(c.total).toBeCloseTo(65.2778, 4)
  expect([c.answered, c.unanswered]).toEqual([0.9, ["cultural"]])
  expect(scoreOf(criteria, answers()).total).toBeNull()
  expect(scoreOf(criteria, answers(null, null, null, null, null)).total).toBeNull()
  expect(scoreOf(criteria, answers(null, null)).answered).toBe(0)
})

test("27: two together: the mean, the spread, who disagrees most in what", () => {
  const verdict = verdictOf([
    { assessor: "A", score: a },
    { assessor: "B", score: b },
  ])
  expect([verdict.total, verdict.spread]).toEqual([63.75, 15])
  expect(Object.fromEntries(verdict.disagreements.map(({ dimension, points }) => [dimension, points]))).toEqual({
    strategic: 25,
    commercial_capability: 25,
    market_coverage: 25,
    operational: 75,
    cultural: 25,
  })
  expect(verdict.disagreements[0]).toEqual({ dimension: "operational", points: 75, lowest: "B", highest: "A" })
})

test("27: a knock-out is carried beside the mean, and stands below all others", () => {
  const knocked = verdictOf([
    { assessor: "A", score: a },
    { assessor: "B", score: b },
  ])
  expect(knocked.knockOuts).toEqual([{ assessor: "B", criteria: ["operational"] }])
  const weak = verdictOf([{ assessor: "A", score: scoreOf(criteria, answers(25, 25, 25, 25, 25)) }])
  const unscored = verdictOf([])
  expect([unscored.total, unscored.spread]).toEqual([null, null])
  expect([knocked, unscored, weak].sort(byStanding)).toEqual([weak, unscored, knocked])
  const strong = verdictOf([{ assessor: "A", score: a }])
  expect([weak, strong].sort(byStanding)).toEqual([strong, weak])
})

test("the lowest level of what is no knock-out, and a level above it of what is, knock nothing out", () => {
  expect(scoreOf(criteria, answers(0, 0, 0, 25, 0)).knockedOutBy).toEqual([])
})

test("answers to what the yardstick does not ask are not counted, and one of no weight makes no total", () => {
  const stray: Answer = { criterion: "elsewhere", level: 0, confidence: "high", note: "", links: [] }
  expect(scoreOf(criteria, [...answers(75, 50, 100, 75, 50), stray])).toEqual(a)
  const weightless = criteria.map((each) => ({ ...each, weight: each.key === "strategic" ? 0 : 1 }))
  expect(scoreOf(weightless, answers(100)).total).toBeNull()
})

test("a total lies between the lowest and the highest answer, and doubling every weight changes nothing", () => {
  const level = fc.option(fc.constantFrom(...levels), { nil: null })
  fc.assert(
    fc.property(fc.array(level, { minLength: 5, maxLength: 5 }), (given) => {
      const { total, ...score } = scoreOf(criteria, answers(...given))
      const said = given.filter((each) => each !== null)
      fc.pre(said.length > 0)
      expect(total).toBeGreaterThanOrEqual(Math.min(...said))
      expect(total).toBeLessThanOrEqual(Math.max(...said))
      const doubled = criteria.map((each) => ({ ...each, weight: each.weight * 2 }))
      expect(scoreOf(doubled, answers(...given))).toEqual({ total, ...score })
    }),
  )
})
