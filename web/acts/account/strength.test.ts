import { expect, test } from "vitest"
import { strengthOf } from "./strength.ts"

test.each([
  ["short", "weak"],
  ["aaaaaaaaaaaaaaaaaaaaaaaa", "weak"],
  ["Password123456789!", "weak"],
  ["abababababababababababab", "weak"],
  ["winter in Vienna", "fair"],
  ["a lamp beside the river", "strong"],
])("%s is %s", (password, strength) => {
  expect(strengthOf(password)).toBe(strength)
})
