import { expect, test } from "vitest"
import { isLanguage, languageOf } from "./languages.ts"

test("a locale of a client leads to the nearest language, and to English where there is none", () => {
  expect(["de-AT", "DE", "de_CH", "de-Latn-DE", "xx", "", "constructor", null, undefined].map(languageOf)).toEqual([
    ...["de", "de", "de", "de", "en", "en", "en", "en", "en"],
  ])
  expect(isLanguage("toString")).toBe(false)
})
