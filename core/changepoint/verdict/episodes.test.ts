import { expect, test } from "vitest"
import { episodeRules, episodesOf } from "./episodes.ts"

/** Regimes from [length, level] pairs. */
const story = (...pairs: [number, number][]) => {
  let start = 0
  const regimes = pairs.map(([length, level]) => {
    start += length
    return { start: start - length, end: start, level }
  })
  const { episodes, normal } = episodesOf(regimes, { ...episodeRules, worse: -1 })
  return { episodes: episodes.map(({ first, end, outcome }) => ({ first, end, outcome })), normal }
}

test.each([
  [
    "steady",
    [
      [80, 5],
      [80, 4.5],
    ],
    [],
  ],
  [
    "a fall that stays",
    [
      [80, 5],
      [80, 2],
    ],
    [{ first: 1, end: undefined, outcome: "open" }],
  ],
  [
    "stairs are one episode",
    [
      [80, 9],
      [10, 6],
      [10, 3],
      [50, 1],
    ],
    [{ first: 1, end: undefined, outcome: "open" }],
  ],
  [
    "a fall made good",
    [
      [80, 5],
      [20, 1],
      [40, 5],
    ],
    [{ first: 1, end: 100, outcome: "recovered" }],
  ],
  [
    "half made good is not good",
    [
      [80, 8],
      [20, 2],
      [40, 4],
    ],
    [{ first: 1, end: undefined, outcome: "open" }],
  ],
  [
    "a burst sets no level",
    [
      [80, 3],
      [5, 20],
      [40, 3],
    ],
    [],
  ],
  [
    "a lower level becomes normal by lasting never",
    [
      [80, 8],
      [400, 4],
    ],
    [{ first: 1, end: undefined, outcome: "open" }],
  ],
  [
    "a fall after years at a lower level belongs to the first",
    [
      [80, 8],
      [300, 4],
      [100, 1],
    ],
    [{ first: 1, end: undefined, outcome: "open" }],
  ],
  [
    "the end of a doubled half year is a return",
    [
      [80, 5],
      [26, 10],
      [50, 5],
    ],
    [],
  ],
  [
    "below the usual after a better time is a fall",
    [
      [80, 5],
      [26, 10],
      [50, 2],
    ],
    [{ first: 2, end: undefined, outcome: "open" }],
  ],
  [
    "the end of two better years is a fall",
    [
      [80, 5],
      [104, 10],
      [50, 5],
    ],
    [{ first: 2, end: undefined, outcome: "open" }],
  ],
  [
    "who was better for longer than usual falls",
    [
      [20, 5],
      [40, 10],
      [50, 5],
    ],
    [{ first: 2, end: undefined, outcome: "open" }],
  ],
  [
    "silence never is",
    [
      [80, 8],
      [400, 0],
    ],
    [{ first: 1, end: undefined, outcome: "open" }],
  ],
  [
    "who comes back from silence starts anew",
    [
      [80, 8],
      [100, 0],
      [60, 2],
    ],
    [{ first: 1, end: 180, outcome: "recovered" }],
  ],
  [
    "a flicker in the silence is no coming back",
    [
      [80, 100],
      [100, 0.1],
      [60, 1],
    ],
    [{ first: 1, end: undefined, outcome: "open" }],
  ],
] as [string, [number, number][], unknown][])("%s", (_, pairs, expected) => {
  expect(story(...pairs).episodes).toEqual(expected)
})

test("what is normal now: the level before an open fall, not the first stair of a decline, the level returned to", () => {
  expect(story([80, 5], [80, 2]).normal).toBe(0)
  expect(story([80, 5], [12, 4.2]).normal).toBe(0)
  expect(story([80, 5], [60, 4.2]).normal).toBe(1)
  expect(story([80, 5], [20, 1], [40, 5]).normal).toBe(2)
  expect(story([80, 8], [160, 4]).normal).toBe(0)
  expect(story([80, 5], [26, 10], [50, 5]).normal).toBe(2)
})

test("between shares an effect of some size matters: an error rate of 0.8 % after 0.7 does not, ten times that does", () => {
  const rates = (before: number, after: number) =>
    episodesOf(
      [
        { start: 0, end: 80, level: before },
        { start: 80, end: 130, level: after },
      ],
      { ...episodeRules, worse: 1, leastChange: 0.1, isShare: true },
    ).episodes.length
  expect(rates(0.007, 0.0084)).toBe(0)
  expect(rates(0.007, 0.04)).toBe(1)
  expect(rates(0.2, 0.3)).toBe(1)
})
