import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { plainSigns } from "./plainSigns.ts"
import { readDate } from "./readDate.ts"
import { readNumber } from "./readNumber.ts"

const day = fc
  .date({ min: new Date("1901-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))
const languages = "en de fr es it nl pt pl cs ru sv da nb hu tr ja ko zh".split(" ")

describe("plainSigns", () => {
  test("numbers are read back as scripts write them", () => {
    const locales = ["ar-EG", "fa-IR", "hi-IN-u-nu-deva", "bn-BD", "th-TH-u-nu-thai", "mr-IN", "ja-JP-u-nu-fullwide"]
    const cents = fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }).map((value) => value / 100)
    fc.assert(
      fc.property(cents, fc.constantFrom(...locales), (value, locale) => {
        const text = value.toLocaleString(locale, { minimumFractionDigits: 2 })
        expect(readNumber(plainSigns(text), "point"), text).toBeCloseTo(value, 6)
      }),
      { numRuns: 400 },
    )
  })

  test("what is grouped otherwise than by three is no number", () => {
    expect(readNumber(plainSigns("١٬٢٣٤٫٥"), "ambiguous")).toBe(1234.5)
    expect(readNumber(plainSigns("٢٬٥٠"), "ambiguous")).toMatchObject({ refusal: "not-a-number" })
  })

  test("a word is as it was, and a raised number is no digit", () => {
    expect(["Łódź 5", "5²", "½"].map(plainSigns)).toEqual(["Łódź 5", "5²", "½"])
  })
})

describe("days in words", () => {
  test("are read back as eighteen languages write them, with the day of the week or without", () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...languages), fc.constantFrom("full", "long"), (date, language, dateStyle) => {
        const at = new Date(`${date}T12:00:00Z`)
        const text = new Intl.DateTimeFormat(language, { dateStyle, timeZone: "UTC", calendar: "gregory" }).format(at)
        expect(readDate(plainSigns(text), "ambiguous"), text).toBe(date)
      }),
      { numRuns: 1_000 },
    )
  })
})
