import { expect, test } from "vitest"
import { smoothed } from "./smoothed.ts"

test("a week shows the mean of the last four, missing weeks left out", () => {
  expect(smoothed([4, 8, null, 6, 2])).toEqual([4, 6, 6, 6, 16 / 3])
  expect(smoothed([null, null, 3])).toEqual([null, null, 3])
})
