import { expect, test } from "vitest"
import { numberClauses } from "./numbering.ts"

const numbers = (...levels: (1 | 2)[]) => numberClauses(levels.map((level) => ({ level }))).join(" ")

test("clauses are numbered from where they stand, and begin anew below each", () => {
  expect(numbers(1, 2, 2, 1, 1, 2)).toBe("1 1.1 1.2 2 3 3.1")
  expect(numbers()).toBe("")
})

test("one below nothing counts as one of the first level, and what follows it stands below it", () => {
  expect(numbers(2, 2, 1, 2)).toBe("1 1.1 2 2.1")
})
