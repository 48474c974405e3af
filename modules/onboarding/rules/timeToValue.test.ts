import fc from "fast-check"
import { expect, test } from "vitest"
import { fewestReached, isLaterThanMost, outlookFor, stillOnTheWay, timeToValue, type Way } from "./timeToValue.ts"

const reached = (...days: number[]): Way[] => days.map((each) => ({ days: each, isReached: true }))
const onTheWay = (...days: number[]): Way[] => days.map((each) => ({ days: each, isReached: false }))

/** Remission of leukaemia under 6-mercaptopurine, in weeks (Freireich and others, Blood 21, 1963): the example of the textbooks. */
const remission = [
  ...reached(6, 6, 6, 7, 10, 13, 16, 22, 23),
  ...onTheWay(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
]

test("the share on the way is the one that textbooks print", () => {
  expect(stillOnTheWay(remission).map(({ days, share }) => [days, Number(share.toFixed(3))])).toEqual([
    ...[
      [6, 0.857],
      [7, 0.807],
      [10, 0.753],
      [13, 0.69],
      [16, 0.627],
      [22, 0.538],
      [23, 0.448],
    ],
  ])
  expect(timeToValue(remission)).toEqual({ partners: 21, reached: 9, lower: 13, median: 23, upper: undefined })
})

test("where all got there it is the share of those who had not by then, whatever their order", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(400), { minLength: 1, maxLength: 40 }), (days) => {
      for (const step of stillOnTheWay(reached(...days)))
        expect(step.share).toBeCloseTo(days.filter((each) => each > step.days).length / days.length, 9)
    }),
  )
})

test("who is still on the way makes it later, never sooner", () => {
  const all = reached(10, 20, 30, 40, 50, 60, 70, 80)
  expect(timeToValue(all)).toMatchObject({ lower: 20, median: 40, upper: 60 })
  const { median } = timeToValue([...all, ...onTheWay(65, 65, 65, 65)])
  expect(median).toBeGreaterThan(40)
  // Who left on the first day says nothing of how long it takes.
  expect(timeToValue([...all, ...onTheWay(0, 0, 0, 0)])).toMatchObject({ lower: 20, median: 40, upper: 60 })
})

test("fewer than five who got there say nothing", () => {
  const few = [...reached(10, 20, 30, 40), ...onTheWay(50, 60)]
  expect(few.filter(({ isReached }) => isReached)).toHaveLength(fewestReached - 1)
  expect(timeToValue(few)).toEqual({ partners: 6, reached: 4, lower: undefined, median: undefined, upper: undefined })
  expect([outlookFor(5, few), isLaterThanMost(500, few)]).toEqual([undefined, false])
})

test("what is ahead of a partner is what was ahead of the like who had been on the way for as long", () => {
  const like = reached(10, 20, 30, 40, 50, 60, 70, 80, 90, 100)
  expect(outlookFor(0, like)).toEqual({ from: 10, to: 90, isLate: false })
  // Of the five who took more than 50 days.
  expect(outlookFor(50, like)).toEqual({ from: 60, to: 100, isLate: false })
  expect(outlookFor(81, like)).toEqual({ from: 90, to: 100, isLate: true })
  expect(outlookFor(100, like)).toBeUndefined()
  expect([isLaterThanMost(100, like), isLaterThanMost(80, like)]).toEqual([true, false])
  expect(outlookFor(50, [...like, ...onTheWay(120, 120, 120, 120, 120, 120)])?.to).toBeUndefined()
})
