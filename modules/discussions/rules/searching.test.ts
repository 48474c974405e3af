import { describe, expect, test } from "vitest"
import { anywhere, excerptOf, wordsOf } from "./searching.ts"

test.each([
  ["  Größe  der\u3000Messe ", ["Größe", "der", "Messe"]],
  ["ＡＢＣ", ["ABC"]],
  ["東京", ["東京"]],
  [Array.from({ length: 20 }, (_, at) => at).join(" "), ["0", "1", "2", "3", "4", "5", "6", "7"]],
])("%s", (text, words) => {
  expect(wordsOf(text)).toEqual(words)
})

test("what LIKE would take for more than itself means itself", () => {
  expect(anywhere("100%_\\")).toBe("%100\\%\\_\\\\%")
})

describe("an excerpt", () => {
  test("of a short comment is all of it, on one line", () => {
    expect(excerptOf("one\n two", ["two"])).toBe("one two")
  })
  test.each([
    ["grosse", "Größe", "x ".repeat(200)],
    ["zoe", "Zoë", "ä\u0308 ".repeat(200)],
    ["契約", "新しい契約を", "本".repeat(300)],
  ])("of a long one shows %s as it stands there", (wanted, stands, around) => {
    const shown = excerptOf(`${around}${stands}${around}`, wanted === "grosse" ? ["größe"] : [wanted])
    expect(shown).toContain(stands)
    expect([...shown].length).toBeLessThanOrEqual(122)
  })
})
