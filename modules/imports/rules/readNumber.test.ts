import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { isRefusal } from "#core/refusal"
import { readAmount } from "./readMoney.ts"
import { readNumber } from "./readNumber.ts"

const value = fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }).map((cents) => cents / 100)

describe("readNumber", () => {
  test("reads back what locales write", () => {
    const locales = [
      ["en-US", "point"],
      ["de-DE", "comma"],
      ["fr-FR", "comma"],
      ["es-ES", "comma"],
      ["de-CH", "point"],
      ["en-IN", "point"],
    ] as const
    fc.assert(
      fc.property(value, fc.constantFrom(...locales), (written, [locale, format]) => {
        const text = written.toLocaleString(locale, { minimumFractionDigits: 2 })
        expect(readNumber(text, format)).toBeCloseTo(written, 6)
      }),
      { numRuns: 400 },
    )
  })

  test.each(["10 12", "3\n4", "1 2345", "1.234'50", "12'34", "1 234'567", "5 6 7", "-(5)"])(
    "%j is no number",
    (text) => {
      for (const format of ["ambiguous", "point", "comma"] as const)
        expect(isRefusal(readNumber(text, format))).toBe(true)
    },
  )

  test.each([
    ["1´234.50", 1234.5],
    ["- 5", -5],
    ["85,5 %", 85.5],
    ["1,2E+05", 120_000],
    ["12,34,567/-", 1_234_567],
    ["-1'234.–", -1234],
  ])("%s is %d", (text, value) => {
    expect(readNumber(text, "ambiguous")).toBe(value)
  })

  test("an undecided column gives the only value a text can have, or refuses", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,-() '%") }), (text) => {
        const [open, point, comma] = [
          readNumber(text, "ambiguous"),
          readNumber(text, "point"),
          readNumber(text, "comma"),
        ]
        if (isRefusal(open)) return
        for (const other of [point, comma]) if (!isRefusal(other)) expect(other).toBe(open)
      }),
      { numRuns: 1_000 },
    )
  })

  test.each([
    ["1.234", "point", 1.234],
    ["1.234", "comma", 1234],
    ["1,234", "point", 1234],
    ["1.234.567,89", "comma", 1234567.89],
    ["1 234,5", "comma", 1234.5],
    ["1'234.50", "point", 1234.5],
    ["(1,200.00)", "point", -1200],
    ["1200-", "point", -1200],
    ["−5", "point", -5],
    ["85%", "point", 85],
    ["1.5e3", "point", 1500],
    ["0.123", "ambiguous", 0.123],
    ["12.5", "ambiguous", 12.5],
    ["007", "ambiguous", 7],
  ] as const)("%s (%s) is %d", (text, format, number) => {
    expect(readNumber(text, format)).toBe(number)
  })

  test.each([
    ["1.234", "ambiguous", "number-ambiguous"],
    ["1,5", "point", "number-wrong-decimals"],
    ["1.5", "comma", "number-wrong-decimals"],
    ["twelve", "point", "not-a-number"],
    ["", "point", "not-a-number"],
    ["1e400", "point", "number-too-large"],
    ["99999999999999999999", "point", "number-too-large"],
  ] as const)("%s (%s) is refused: %s", (text, format, code) => {
    expect(readNumber(text, format)).toMatchObject({ refusal: code })
  })
})

describe("readAmount", () => {
  test.each([
    ["1.234,50 €", "comma", { major: 1234.5, currency: "EUR" }],
    ["USD 1,234.50", "point", { major: 1234.5, currency: "USD" }],
    ["-£5", "point", { major: -5, currency: "GBP" }],
    ["$1,200.00", "point", { major: 1200, sign: "$" }],
    ["12 chf", "point", { major: 12, currency: "CHF" }],
    ["1200", "ambiguous", { major: 1200 }],
  ] as const)("%s", (text, format, amount) => {
    expect(readAmount(text, format)).toEqual(amount)
  })

  test("what is no currency is refused", () => {
    expect(readAmount("12 pcs", "point")).toMatchObject({ refusal: "not-a-currency" })
    expect(readAmount("€ lots", "point")).toMatchObject({ refusal: "not-a-number" })
  })
})
