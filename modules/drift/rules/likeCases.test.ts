import { expect, test } from "vitest"
import { summariseLike } from "./likeCases.ts"

test("like cases of the same type are told where there are enough, with what people said of each", () => {
  const fates = [
    { isSameType: true, state: "open", confirmedCause: "economics", count: 2 },
    { isSameType: true, state: "recovered", confirmedCause: "trust", count: 1 },
    { isSameType: true, state: "accepted", confirmedCause: "economics", count: 1 },
    { isSameType: true, state: "dismissed", confirmedCause: "economics", count: 1 },
    { isSameType: true, state: "open", confirmedCause: null, count: 4 },
    { isSameType: false, state: "open", confirmedCause: "market", count: 9 },
  ] as const
  expect(summariseLike(fates)).toEqual({
    among: "type",
    total: 9,
    confirmed: [
      { cause: "economics", count: 3 },
      { cause: "trust", count: 1 },
    ],
    dismissed: 1,
    undecided: 4,
  })
})

test("too few of the same type are told together with the others; none is none", () => {
  const fates = [
    { isSameType: true, state: "open", confirmedCause: null, count: 2 },
    { isSameType: false, state: "dismissed", confirmedCause: null, count: 3 },
  ] as const
  expect(summariseLike(fates)).toEqual({ among: "any", total: 5, confirmed: [], dismissed: 3, undecided: 2 })
  expect(summariseLike([])).toEqual({ among: "any", total: 0, confirmed: [], dismissed: 0, undecided: 0 })
})
