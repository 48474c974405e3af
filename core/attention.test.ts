import { expect, test } from "vitest"
import { countedIn, countedUpTo } from "./attention.ts"

test("where the counting of all stopped, each part is that many at least; else it is exact", () => {
  expect([3, 0].map(countedIn(countedUpTo - 1))).toEqual([
    { count: 3, isMore: false },
    { count: 0, isMore: false },
  ])
  expect([640, 360].map(countedIn(countedUpTo))).toEqual([
    { count: 640, isMore: true },
    { count: 360, isMore: true },
  ])
})
