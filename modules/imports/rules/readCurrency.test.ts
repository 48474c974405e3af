import { expect, test } from "vitest"
import { isRefusal } from "#core/refusal"
import { readCurrency } from "./readCurrency.ts"

test.each([
  ["eur", "EUR"],
  ["Euro", "EUR"],
  ["US-Dollar", "USD"],
  ["US Dollar", "USD"],
  ["Schweizer Franken", "CHF"],
  ["franc suisse", "CHF"],
  ["Libra esterlina", "GBP"],
  ["Japanischer Yen", "JPY"],
  ["日本円", "JPY"],
])("%s is %s", (text, code) => {
  expect(readCurrency(text)).toBe(code)
})

test.each(["Dollar", "Peso", "CHF/EUR", "Franken", "x", ""])("%s is no currency by itself", (text) => {
  expect(isRefusal(readCurrency(text))).toBe(true)
})
