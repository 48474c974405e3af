import { expect, test } from "vitest"
import { type Facts, isOther, judge, judgedAgain, type Terms } from "../rules.ts"

const nothing: Facts = { deals: null, measured: [], certificates: [], agreements: [], byHand: {} }
const asked = { key: "sales", kind: "won" as const, about: "", threshold: 25_000_000, windowMonths: 12 }
const terms: Terms = {
  ...{ currency: "EUR", graceDays: 60, rhythm: "monthly" },
  tiers: [{ key: "gold", name: "Gold", requirements: [asked], benefits: { discountBps: null, words: [] } }],
}
const won = (wonOn: string, euros: number) => ({ id: wonOn, wonOn, amountMinor: euros * 100 })
const by = (september: number): Facts => ({
  ...nothing,
  deals: [won("2027-03-01", 30_000), won("2027-09-15", september), won("2028-02-29", 40_000)],
})

test("scenario 24: the same day by what is known now, from the very lines that were kept", () => {
  const then = judge(terms, by(180_000), "2028-02-29")
  expect(then[0]).toMatchObject({ standing: "met", lines: [{ value: 25_000_000 }] })
  const [now] = judgedAgain(then, by(170_000), "2028-02-29")
  expect(now).toMatchObject({
    ...{ key: "gold", name: "Gold", standing: "not_met" },
    lines: [{ key: "sales", threshold: 25_000_000, value: 24_000_000, from: "2027-03-01", to: "2028-02-29" }],
  })
  expect(judgedAgain(then, by(180_000), "2028-02-29")).toEqual(then)
})

test("what else belongs to a tier stays with it, and so do tiers that ask for nothing", () => {
  const then = [{ key: "member", name: "Member", standing: "met" as const, lines: [], benefits: "a badge" }]
  expect(judgedAgain(then, nothing, "2028-02-29")).toEqual(then)
})

test("a line is another where its number, its verdict, or what could not be counted is another", () => {
  const told = { value: 1, standing: "met", uncounted: 0 } as const
  expect(isOther(told, told)).toBe(false)
  expect(isOther(told, { ...told, value: 2 })).toBe(true)
  expect(isOther(told, { ...told, standing: "pending" })).toBe(true)
  expect(isOther(told, { ...told, uncounted: 1 })).toBe(true)
})
