import { expect, test } from "vitest"
import { rateOf } from "./rate.ts"

test.each([
  [0, undefined],
  [0.0005, undefined],
  [3.4, { count: 3.4, per: "week" }],
  [0.5, { count: 2, per: "month" }],
  [0.2, { count: 1, per: "month" }],
  [0.1, { count: 1, per: "quarter" }],
  [0.04, { count: 2, per: "year" }],
  [0.005, { count: 0, per: "year" }],
])("%s a week", (aWeek, rate) => {
  expect(rateOf(aWeek)).toEqual(rate)
})
