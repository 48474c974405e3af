import fc from "fast-check"
import { expect, test } from "vitest"
import { asWritten, csvCell, harmless } from "./harmless.ts"

const sign = fc.constantFrom("=", "+", "-", "@", "'", "\t", "＝", '"', "﹣", "\u0001", " ", "\u200b", "a", "1", "東")

test("what was disarmed is given back as it was, and nothing that would run is left", () => {
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 6 }), (cell) => {
      expect(harmless(cell)).not.toMatch(/^\s*[=+\-@＝]/)
      // An apostrophe of one's own before a formula cannot be told from ours.
      if (!/^'/.test(cell)) expect(asWritten(harmless(cell))).toBe(cell)
    }),
  )
})

test("an apostrophe before a word is the word's own", () => {
  expect(asWritten("'s-Hertogenbosch")).toBe("'s-Hertogenbosch")
  expect(harmless("'s-Hertogenbosch")).toBe("'s-Hertogenbosch")
})

test.each(["＝1+1", "＋1", "－1", "＠SUM(A1)", " ＝1", "\t＝1", "\tx", "\rx"])("%j is shown as text", (cell) => {
  expect(harmless(cell)).toBe(`'${cell}`)
})

test("a number stays one, a text of digits and a sign is text", () => {
  expect([csvCell(-5), csvCell(0.25), csvCell(null), csvCell("-5"), csvCell('=1,"2"')]).toEqual([
    ...["-5", "0.25", "", "'-5", `"'=1,""2"""`],
  ])
})
