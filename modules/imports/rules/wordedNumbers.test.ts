import { expect, test } from "vitest"
import { type Field, field, type ValueType } from "#core/importable/field"
import { isOpen } from "#core/importable/remark"
import { currencyField } from "#core/importable/sharedFields"
import { collectRemarks } from "./collectRemarks.ts"
import { compileRowCheck } from "./compileRowCheck.ts"
import type { DecimalFormat } from "./formats.ts"
import { remarks as kinds } from "./remarks.ts"

const read = (
  text: string,
  type: ValueType,
  answers: Readonly<Record<string, string>> = {},
  { decimals = "point" as DecimalFormat, ...more }: Partial<Field> & { decimals?: DecimalFormat } = {},
) => {
  const fields = [field("value", "Value", type, "", { isRequired: true, ...more }), currencyField]
  const remarks = collectRemarks(kinds, answers, fields)
  const format = { dates: "iso", decimals } as const
  const verdict = compileRowCheck({ fields }, ["value"], [format], { currency: "EUR" }, remarks)([text])
  const value = verdict.ok ? verdict.row["value"] : verdict.errors[0]?.reason
  return { value, told: remarks.all().map(({ key, answer, usual }) => [key, answer ?? usual]) }
}
const euros = (major: number) => ({ amountMinor: Math.round(major * 100), currency: "EUR" })

test.each([
  ["12k", 12_000, "k"],
  ["1234.567 k", 1_234_567, "k"],
  ["1.5 Mio. €", 1_500_000, "Mio"],
  ["12 T€", 12_000, "T"],
  ["12 TEUR", 12_000, "T"],
  ["12 k EUR", 12_000, "k"],
  ["12 kEUR", 12_000, "k"],
  ["€1.2M", 1_200_000, "M"],
  ["€ 1.2 M", 1_200_000, "M"],
  ["(3 tsd. €)", -3000, "tsd"],
  ["2 bn", 2_000_000_000, "bn"],
  ["2B", 2_000_000_000, "B"],
])("an amount of %s is %d, and that is told", (text, major, word) => {
  expect(read(text, "money")).toEqual({ value: euros(major), told: [[`number-scaled:value:${word}`, "whole"]] })
})

test("thousands may be meant as they stand, or not at all; a decimal comma is one", () => {
  const key = "number-scaled:value:k"
  expect(read("12 k", "number", { [key]: "number" })).toEqual({ value: 12, told: [[key, "number"]] })
  expect(read("12 k", "number", { [key]: "refuse" })).toEqual({ value: "left-out-as-said", told: [[key, "refuse"]] })
  expect(read("1,5 k", "number", {}, { decimals: "comma" }).value).toBe(1500)
  expect(read("1,2345 k", "number", {}, { decimals: "comma" }).value).toBe(1234.5)
})

test.each(["12 boxes", "T 12", "12 T", "5 b", "k", "12 kk", "1.5 mil", "about 5k €x"])("%s is no number", (text) => {
  expect(read(text, "number")).toMatchObject({ value: "not-a-number" })
})

test("a currency where a bare number is meant is told; a sign of several currencies as well", () => {
  for (const [text, value] of [
    ["1234.5 EUR", "EUR"],
    ["$1234.5", "$"],
  ] as const) {
    const key = `number-with-currency:value:${value}`
    expect(read(text, "number")).toEqual({ value: 1234.5, told: [[key, "number"]] })
    expect(read(text, "quantity").value).toEqual({ written: 1234.5, isPercent: false })
    expect(read(text, "number", { [key]: "refuse" }).value).toBe("left-out-as-said")
  }
  expect(read("12 k$", "number").told.map(([key]) => key)).toEqual([
    "number-scaled:value:k",
    "number-with-currency:value:$",
  ])
})

test("numbers in a second currency are no sum with those of the first, and asked about", () => {
  const fields = [field("value", "Value", "number", "", { isRequired: true })]
  const readAll = (answers: Readonly<Record<string, string>>) => {
    const remarks = collectRemarks(kinds, answers, fields)
    const check = compileRowCheck({ fields }, ["value"], [{ dates: "iso", decimals: "point" }], {}, remarks)
    const verdicts = ["EUR 5", "USD 7", "EUR 9", "3"].map((text) => check([text]))
    return {
      values: verdicts.map((each) => (each.ok ? each.row["value"] : each.errors[0]?.reason)),
      open: remarks.all().flatMap((each) => (isOpen(each) ? [each.key] : [])),
    }
  }
  const key = "several-currencies:value:USD"
  expect(readAll({}).open).toEqual([key])
  expect(readAll({ [key]: "number" })).toEqual({ values: [5, 7, 9, 3], open: [] })
  expect(readAll({ [key]: "refuse" }).values).toEqual([5, "left-out-as-said", 9, 3])
})

test.each([
  ["90", 90],
  ["90 days", 90],
  ["30 Tage", 30],
  ["12 weeks", 84],
  ["2 Wochen", 14],
  ["30日", 30],
])("%s of notice are %d days, without a question", (text, value) => {
  expect(read(text, "integer", {}, { unit: "days" })).toEqual({ value, told: [] })
})

test.each([
  ["1 month", 31, 30],
  ["2 Monate", 62, 60],
  ["3 months", 92, 90],
  ["1 quarter", 92, 90],
  ["6 mois", 184, 180],
  ["1 Jahr", 366, 360],
  ["2 years", 731, 720],
])("%s of notice are %d days at most or %d of thirty each: asked about", (text, longest, thirty) => {
  const key = "months-in-days:value"
  const said = (answers: Readonly<Record<string, string>>) => read(text, "integer", answers, { unit: "days" })
  expect(said({}).told).toEqual([[key, null]])
  expect(said({ [key]: "longest" }).value).toBe(longest)
  expect(said({ [key]: "thirty" }).value).toBe(thirty)
  expect(said({ [key]: "refuse" }).value).toBe("left-out-as-said")
  expect(read(text, "integer").value, "where no days are meant").toBe("not-a-number")
})

test.each([
  ["3 months", 3],
  ["1 quarter", 3],
  ["1 Jahr", 12],
])("%s stay %d months where months may be said, without a question", (text, months) => {
  const inDays = { unit: "days", orMonths: true } as const
  expect(read(text, "integer", {}, inDays)).toEqual({ value: { months }, told: [] })
  expect(read("12 weeks", "integer", {}, inDays).value).toBe(84)
  expect(read("400 years", "integer", {}, { ...inDays, max: 3_650 }).value).toBe("number-above-limit")
})

test("percent of what may be a number or a share is asked about", () => {
  const key = "percent-in-number:value"
  expect(read("85 %", "number")).toEqual({ value: 85, told: [[key, null]] })
  expect(read("85%", "number", { [key]: "share" })).toEqual({ value: 0.85, told: [[key, "share"]] })
  expect(read("12,5%", "number", { [key]: "share" }, { decimals: "comma" }).value).toBe(0.125)
  expect(read("85%", "number", { [key]: "refuse" }).value).toBe("left-out-as-said")
  expect(read("85%", "quantity")).toEqual({ value: { written: 85, isPercent: true }, told: [] })
})

test("hours and minutes are hours where hours are meant, and by its signal of a measured value", () => {
  expect(read("36:00:00", "number", {}, { unit: "hours" })).toEqual({ value: 36, told: [] })
  expect(read("1:30:00", "number", {}, { unit: "hours", decimals: "comma" }).value).toBe(1.5)
  expect(read("36:00:00", "number").value).toBe("not-a-number")
  expect(read("3:30", "number", {}, { unit: "hours" }).value, "or minutes and seconds").toBe("not-a-number")
  expect(read("0:30:00", "quantity").value).toEqual({ written: 0.5, isPercent: false, isHours: true })
})

test.each([
  ["1h30", 1.5],
  ["90 min", 1.5],
  ["24h", 24],
  ["4 Stunden", 4],
  ["2 Std. 15 min", 2.25],
  ["1,5 h", 1.5],
  ["0.25 hours", 0.25],
  ["3 heures", 3],
  ["2時間30分", 2.5],
  ["30m", 0.5],
])("%s are %d hours where hours are meant", (text, hours) => {
  expect(read(text, "number", {}, { unit: "hours" })).toEqual({ value: hours, told: [] })
  expect(read(text, "number", {}, { unit: "hours", decimals: "comma" }).value).toBe(hours)
})

test.each(["2 days", "half day", "1:30", "h", "1 h 30 s"])("%s may be other hours, and is none", (text) => {
  expect(read(text, "number", {}, { unit: "hours" }).value).toBe("not-a-number")
})
