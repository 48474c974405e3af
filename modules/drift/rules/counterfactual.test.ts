import { expect, test } from "vitest"
import { seededRandom } from "#core/stats/seededRandom"
import { type Loss, lossOf } from "./counterfactual.ts"

const onset = 100
const weeks = 130
const window = { before: onset - 1, since: onset, lastWeek: weeks - 1 }

/** Like partnerships of every size under one market and one season, and one of them that loses a share of its business from a week on. */
const tell = (seed: number, { like = 12, lost = 0.5, correlated = 0.5 } = {}) => {
  const random = seededRandom(seed)
  let level = 0
  const market = Float64Array.from({ length: weeks }, (_, week) => {
    level = 0.97 * level + 0.05 * random.normal()
    return level + 0.2 * Math.sin((2 * Math.PI * week) / 52)
  })
  const one = (share: number) => {
    const size = 1_000 * Math.exp(random.normal())
    let noise = 0
    let missing = 0
    const values = market.map((common, week) => {
      noise = correlated * noise + Math.sqrt(1 - correlated ** 2) * 0.4 * random.normal()
      const full = size * Math.exp(common + noise)
      if (week < onset) return full
      missing += full * share
      return full * (1 - share)
    })
    return { firstWeek: 0, values, missing }
  }
  return { own: one(lost), like: Array.from({ length: like }, () => one(0)) }
}

const answer = (story: ReturnType<typeof tell>) => lossOf(story.own, story.like, window)
const isLoss = (told: ReturnType<typeof lossOf>): told is Loss => typeof told !== "string"

test.each([0.5, 0])(
  "the band holds what was lost about nine times in ten, with a loss of %f of the business",
  (lost) => {
    let held = 0
    const runs = 200
    for (let seed = 1; seed <= runs; seed++) {
      const story = tell(seed, { lost })
      const told = answer(story)
      if (!isLoss(told)) throw new Error(told)
      if (told.total.low <= story.own.missing && story.own.missing <= told.total.high) held++
    }
    expect(held / runs).toBeGreaterThan(0.83)
    expect(held / runs).toBeLessThan(0.97)
  },
)

test("a fall of the whole market is nobody's loss", () => {
  const story = tell(7, { lost: 0.5 })
  const fallen = story.like.map(({ values }) => ({
    firstWeek: 0,
    values: values.map((value, week) => (week < onset ? value : value / 2)),
  }))
  const told = lossOf(story.own, fallen, window)
  if (!isLoss(told)) throw new Error(told)
  expect(told.total.low).toBeLessThan(0)
  expect(told.total.high).toBeGreaterThan(0)
})

test("the size of the unit does not matter, nor that of the like", () => {
  const story = tell(3)
  const told = answer(story)
  const cents = lossOf({ firstWeek: 0, values: story.own.values.map((value) => value * 100) }, story.like, window)
  if (!isLoss(told) || !isLoss(cents)) throw new Error("no loss")
  expect(cents.total.value).toBeCloseTo(told.total.value * 100, 4)
  expect(told.total.value).toBeCloseTo(told.perWeek.value * (weeks - onset), 6)
})

test("too few like partnerships, or too few weeks, is the answer", () => {
  expect(answer(tell(1, { like: 4 }))).toBe("too-few-like")
  const { own, like } = tell(1)
  const unseen = like.map((each, i) => (i < 4 ? each : { firstWeek: 90, values: each.values.subarray(90) }))
  expect(lossOf(own, unseen, window)).toBe("too-few-like")
  expect(lossOf(own, like, { ...window, before: 20 })).toBe("too-few-weeks")
  expect(lossOf(own, like, { ...window, since: weeks - 3 })).toBe("too-few-weeks")
})

test("weeks that nobody observed cost nothing and break nothing", () => {
  const { own, like } = tell(4)
  const holes = own.values.map((value, week) => (week % 5 === 0 ? Number.NaN : value))
  const told = lossOf({ firstWeek: 0, values: holes }, like, window)
  if (!isLoss(told)) throw new Error(told)
  expect(told.total.value).toBeCloseTo(told.perWeek.value * 24, 6)
  expect(told.wouldBe.every((value) => !Number.isNaN(value))).toBe(true)
})
