import { expect, test } from "vitest"
import { punctuationOf } from "./punctuation.ts"

test.each([
  ["en-GB", "One fell. Was it? Two rose.", "a; b"],
  ["de", "One fell. Was it? Two rose.", "a; b"],
  ["fr-CA", "One fell. Was it? Two rose.", "a\u202f; b"],
  ["ja", "One fell。Was it?Two rose。", "a；b"],
])("sentences and clauses follow each other as in %s", (language, sentences, clauses) => {
  const { sentences: say, clauses: join } = punctuationOf(language)
  expect(say(["one fell", "was it?", "two rose"])).toBe(sentences)
  expect(join(["a", "b"])).toBe(clauses)
})

test("what somebody said stands in the marks of the language", () => {
  const quoted = ["en", "de", "es", "fr", "pt", "ja"].map((language) => punctuationOf(language).quote("x"))
  expect(quoted).toEqual(["“x”", "„x“", "«x»", "«\u202fx\u202f»", "“x”", "「x」"])
  expect(punctuationOf("ja").commas(["a", "b"])).toBe("a、b")
})

test("what is ended is not ended twice", () => {
  expect(punctuationOf("ja").sentence("活動がありません。")).toBe("活動がありません。")
  expect(punctuationOf("de").sentence("fertig!")).toBe("Fertig!")
})
