import { describe, expect, test } from "vitest"
import { isEmptyWord } from "./emptyWords.ts"

describe("a word for nothing", () => {
  test.each([
    "N/A",
    "n/a",
    "NULL",
    "None",
    "-",
    "—",
    "--",
    "#N/A",
    "(blank)",
    "k.A.",
    "NaN",
    "\\N",
    "Keine Angabe",
    "--None--",
    "n.v.t.",
    "brak",
    "#NV",
    "?",
  ])("%s is nothing in a text as in a date", (word) => {
    expect(isEmptyWord(word, "text")).toBe(true)
    expect(isEmptyWord(word, "date")).toBe(true)
  })

  test.each([["NA"], ["0000-00-00"], ["00.00.0000"], ["0000-00-00 00:00:00"]])(
    "%s is nothing where a day is meant",
    (word) => {
      expect(isEmptyWord(word, "date")).toBe(true)
      expect(isEmptyWord(word, "text")).toBe(false)
    },
  )

  test.each([
    ["NA", "country"],
    ["0", "number"],
    ["No", "flag"],
    ["Nil Roy", "name"],
    ["-5", "number"],
    ["x", "flag"],
    ["Nonesuch", "text"],
  ] as const)("%s may be a %s", (word, type) => {
    expect(isEmptyWord(word, type)).toBe(false)
  })
})
