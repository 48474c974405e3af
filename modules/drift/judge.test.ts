import { expect, test } from "vitest"
import { addDays } from "#core/time"
import { readSeries } from "#modules/signals"
import { judgedOn, tellPacked } from "./packedForTests.ts"
import { assessPortfolio, judge, lastWeekKnown, type Packed } from "./rules.ts"

/** The same question asked of the rules, which look at every signal of every week they ask about. */
const askedInFull = ({ partnership, type, series, events }: Packed) => {
  const signals = series.map((each) => readSeries(each, lastWeekKnown(judgedOn)))
  const [finding] = assessPortfolio([{ partnership, type, signals, events }], judgedOn)
  return finding as NonNullable<typeof finding>
}

const stories = Array.from({ length: 60 }, (_, seed) => tellPacked(seed + 1))
const quick = stories.map((story) => judge(story, { asOf: judgedOn, market: [] }))

test("a verdict that ends at the first loud signal dates the detection as one that hears all of them", () => {
  expect(quick).toEqual(stories.map(askedInFull))
  expect(quick.filter(({ drifting }) => drifting).length).toBeGreaterThan(20)
  expect(quick.filter(({ drifting }) => !drifting).length).toBeGreaterThan(5)
})

test("the day an open drift was seen is kept; one before this drift began is not believed", () => {
  const at = quick.findIndex(({ drifting }) => drifting)
  const [story, found] = [stories[at] as Packed, quick[at]]
  const again = (seenOn: string) => judge({ ...story, seenOn }, { asOf: judgedOn, market: [] })
  expect(again(addDays(found?.detectedOn as string, 21))).toEqual({
    ...found,
    detectedOn: addDays(found?.detectedOn as string, 21),
  })
  expect(again(addDays(found?.onset?.low as string, -7))).toEqual(found)
})
