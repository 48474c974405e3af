import { expect, test } from "vitest"
import { readAmount, withoutCurrency } from "./readMoney.ts"
import { numberReadings } from "./readNumber.ts"

test.each([
  ["CHF 1'234.-", { major: 1234, currency: "CHF" }],
  ["€ 1.234,-", { major: 1234, currency: "EUR" }],
  ["CHF 500.-", { major: 500, currency: "CHF" }],
  ["CHF 1'234.--", { major: 1234, currency: "CHF" }],
  ["CHF 1'234.—", { major: 1234, currency: "CHF" }],
  ["1.234,-- €", { major: 1234, currency: "EUR" }],
  ["Fr. 500.–", { major: 500, currency: "CHF" }],
  ["SFr. 1'000.-", { major: 1000, currency: "CHF" }],
  ["12.500,- kr", { major: 12_500, sign: "kr" }],
  ["-500.-", { major: -500 }],
  ["(500.-)", { major: -500 }],
  ["CHF -500.50", { major: -500.5, currency: "CHF" }],
  ["CHF 500.50-", { major: -500.5, currency: "CHF" }],
  ["500-", { major: -500 }],
  ["$5,000.00", { major: 5000, sign: "$" }],
  ["-$5.50", { major: -5.5, sign: "$" }],
  ["US$ 5,000.00", { major: 5000, currency: "USD" }],
  ["CA$5.50", { major: 5.5, currency: "CAD" }],
  ["¥900,000.00", { major: 900_000, sign: "¥" }],
  ["￥ 12.5", { major: 12.5, sign: "¥" }],
  ["RSD 12.5", { major: 12.5, currency: "RSD" }],
  ["12,50 Kč", { major: 12.5, currency: "CZK" }],
  ["12.5 euros", { major: 12.5, currency: "EUR" }],
] as const)("%s", (text, amount) => {
  const { point, comma } = numberReadings(withoutCurrency(text))
  expect(readAmount(text, comma !== undefined && point === undefined ? "comma" : "point")).toEqual(amount)
})

test("what stands before the dash says how the column marks decimals", () => {
  expect(numberReadings("1.234,-")).toEqual({ comma: 1234 })
  expect(numberReadings("1.234.-")).toEqual({ comma: 1234 })
  expect(numberReadings("1,234.-")).toEqual({ point: 1234 })
  expect(numberReadings("1,234,-")).toEqual({ point: 1234 })
  expect(numberReadings("500,--")).toEqual({ comma: 500 })
})

test.each([
  ["$1,234.50 CAD", "CAD"],
  ["USD $1,234.50", "USD"],
  ["CDN$ 1,234.50", "CAD"],
  ["COP $ 1,234.50", "COP"],
  ["1 234,50 zł", "PLN"],
  ["1.234,50 TL", "TRY"],
  ["1 234,50 руб.", "RUB"],
  ["R 1 234.50", "ZAR"],
  ["1.234,50 lei", "RON"],
])("%s is 1234.5 %s", (text, currency) => {
  expect(readAmount(text, "ambiguous")).toEqual({ major: 1234.5, currency })
})

test("a sign and a code that contradict each other are no currency", () => {
  for (const text of ["€5.00 USD", "$5.00 EUR", "GBP 5.00 EUR", "kr 5.00 USD"])
    expect(readAmount(text, "point"), text).toMatchObject({ refusal: "not-a-currency" })
})
