import { expect, test } from "vitest"
import { coveredWeeks } from "./covered.ts"

const file = (importId: string, ...weeks: number[]) => ({ subject: "p", importId, weeks })
const own = (...weeks: number[]) => ({ subject: "p", importId: null, weeks })

test("a file covers the weeks from its first fact to its last, or as far as it says; files that meet are one record", () => {
  expect(coveredWeeks([file("a", 10, 20)], [])).toEqual([[10, 20]])
  expect(coveredWeeks([file("a", 10, 20)], [{ from: 8, until: 30 }])).toEqual([[8, 30]])
  expect(coveredWeeks([file("a", 10, 20), file("b", 24, 30)], [])).toEqual([[10, 30]])
  expect(coveredWeeks([file("a", 10, 20), file("b", 25, 30), file("c", 27, 28)], [])).toEqual([
    [10, 20],
    [25, 30],
  ])
  expect(coveredWeeks([], [])).toEqual([])
})

test("what is recorded here goes on to today; a later single entry says nothing of the weeks around it", () => {
  expect(coveredWeeks([own(10, 40)], [])).toEqual([[10, null]])
  expect(coveredWeeks([file("a", 10, 20), own(40)], [])).toEqual([[10, 20]])
  expect(coveredWeeks([file("a", 10, 20), own(40, 41, 42)], [])).toEqual([[10, 20]])
  expect(coveredWeeks([file("a", 10, 20), own(12, 40, 50, 51, 52)], []), "kept here since week 40").toEqual([
    [10, 20],
    [40, null],
  ])
  expect(
    coveredWeeks([file("a", 10, 20), own(1, 2, 3, 4)], []),
    "a file in the middle ends no record kept here",
  ).toEqual([[1, null]])
})
