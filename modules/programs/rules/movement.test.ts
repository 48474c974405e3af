import { expect, test } from "vitest"
import {
  amountIn,
  comingAfter,
  decideCurrency,
  decideHoldsFrom,
  decideMovement,
  decideTerms,
  decideTiersKept,
  type Facts,
  type Held,
  isEvaluationDue,
  isLostByChange,
  type Requirement,
  type Terms,
  type Tier,
  tryTerms,
  versionOn,
} from "../rules.ts"

const nothing: Facts = { deals: null, measured: [], certificates: [], agreements: [], byHand: {} }
const asks = (asked: Partial<Requirement>): Requirement => ({
  ...{ key: "r", kind: "won", about: "", threshold: 1, windowMonths: 12 },
  ...asked,
})
const tier = (key: string, requirements: Requirement[], discountBps: number | null = null): Tier => ({
  ...{ key, name: key, requirements, benefits: { discountBps, words: [] } },
})
const terms = (tiers: Tier[], graceDays = 60): Terms => ({ currency: "EUR", graceDays, rhythm: "monthly", tiers })
const certified = asks({ kind: "certified", threshold: 3, windowMonths: 0 })
const gold = terms([tier("member", []), tier("gold", [certified])])

const held = (contactId: string, issuedOn: string, validUntil: string | null = null, kind = "expert") => ({
  ...{ id: `${contactId} ${kind}`, contactId, kind, issuedOn, validUntil },
})
const team = [
  ...[held("anna", "2027-01-01"), held("anna", "2027-01-01", null, "engineer")],
  ...[held("ben", "2027-01-01", "2027-05-31"), held("cleo", "2027-01-01", "2027-05-15")],
]
const on = (day: string, known: Held, more: readonly ReturnType<typeof held>[] = [], by = gold) =>
  decideMovement({ terms: by, facts: { ...nothing, certificates: [...team, ...more] }, held: known, on: day })
const isGold: Held = { tier: "gold", graceUntil: null }
const inGrace: Held = { tier: "gold", graceUntil: "2027-07-31" }

test("scenario 25: what is not met any more is told once; grace runs from the notice, and is neither begun again nor cut", () => {
  expect(on("2027-05-01", isGold)).toEqual({ ...isGold, outcome: "stays" })
  expect(on("2027-06-01", isGold)).toEqual({ ...inGrace, outcome: "grace_begins" })
  expect(on("2027-06-01", inGrace)).toEqual({ ...inGrace, outcome: "in_grace" })
  expect(on("2027-07-01", inGrace)).toEqual({ ...inGrace, outcome: "in_grace" })
  expect(on("2027-07-31", inGrace)).toEqual({ ...inGrace, outcome: "in_grace" })
})

test("scenario 25: in time until the end of the last day, lost after it", () => {
  const ben = held("ben", "2027-07-10", null, "again")
  expect(on("2027-08-01", inGrace, [ben, held("dana", "2027-07-31")])).toEqual({ ...isGold, outcome: "recovers" })
  expect(on("2027-08-01", inGrace, [ben, held("dana", "2027-08-01")])).toEqual({
    ...{ tier: "member", graceUntil: null, outcome: "falls" },
  })
  expect(on("2027-07-15", inGrace, [ben, held("dana", "2027-07-12")])).toEqual({ ...isGold, outcome: "recovers" })
})

test("an appeal against a notice holds the loss up only where the terms say so, until it is decided", () => {
  const appealed: Held = { ...inGrace, isAppealed: true }
  expect(on("2027-08-01", appealed)).toMatchObject({ tier: "gold", graceUntil: "2027-07-31", outcome: "in_grace" })
  expect(on("2027-08-01", { ...inGrace, isAppealed: false })).toMatchObject({ tier: "member", outcome: "falls" })
  // Who has made it good by the end of the grace keeps it, appeal or not.
  const good = [held("ben", "2027-07-10", null, "again"), held("dana", "2027-07-31")]
  expect(on("2027-08-01", appealed, good)).toMatchObject({ tier: "gold", graceUntil: null, outcome: "recovers" })
})

test("a tier that was given back is kept through its last day, met or not; a higher one is still reached", () => {
  const givenBack: Held = { ...isGold, keptUntil: "2027-08-31" }
  expect(on("2027-08-31", givenBack)).toMatchObject({ tier: "gold", graceUntil: null, outcome: "kept" })
  expect(on("2027-09-01", givenBack)).toMatchObject({ graceUntil: "2027-10-31", outcome: "grace_begins" })
  expect(on("2027-05-01", givenBack)).toMatchObject({ tier: "gold", outcome: "stays" })
  const more = terms([...gold.tiers, tier("open to all", [])], 0)
  expect(on("2027-06-01", givenBack, [], more)).toMatchObject({ tier: "open to all", outcome: "rises" })
  // Without days of grace, too.
  expect(on("2027-06-01", givenBack, [], { ...gold, graceDays: 0 })).toMatchObject({ tier: "gold", outcome: "kept" })
})

test("who stood well at the end of the grace, and does not on the day of the evaluation, is told anew", () => {
  const late = [held("ben", "2027-07-10", "2027-08-10", "again"), held("dana", "2027-07-31")]
  expect(on("2027-09-01", inGrace, late)).toEqual({ tier: "gold", graceUntil: "2027-10-31", outcome: "grace_begins" })
})

test("without grace a tier is lost at once, to the highest below of which it is not known that it is not met", () => {
  const stairs = (middle: Requirement[]) =>
    terms([tier("member", []), tier("silver", middle), tier("gold", [certified])], 0)
  const fallen = (middle: Requirement[]) => on("2027-06-01", isGold, [], stairs(middle))
  expect(fallen([])).toEqual({ tier: "silver", graceUntil: null, outcome: "falls" })
  expect(fallen([asks({})]).tier).toBe("silver")
  expect(fallen([certified]).tier).toBe("member")
  expect(on("2027-06-01", isGold, [], terms([tier("gold", [certified])], 0)).tier).toBeNull()
})

test("a tier that the terms of the day do not have any more is lost, to the highest that is met", () => {
  const known: Held = { tier: "diamond", graceUntil: "2027-12-31" }
  expect(on("2027-05-01", known)).toEqual({ tier: "gold", graceUntil: null, outcome: "falls" })
  expect(on("2027-06-01", known)).toEqual({ tier: "member", graceUntil: null, outcome: "falls" })
  expect(on("2027-06-01", known, [], terms([tier("gold", [certified])])).tier).toBeNull()
})

test("what is met lifts at once, out of a grace too; a higher tier that nobody can judge does not hold it back", () => {
  const more = [held("ben", "2027-07-10", null, "again"), held("dana", "2027-07-12")]
  expect(on("2027-05-01", { tier: "member", graceUntil: null })).toEqual({ ...isGold, outcome: "rises" })
  expect(on("2027-05-01", { tier: null, graceUntil: null })).toEqual({ ...isGold, outcome: "rises" })
  const higher = terms([...gold.tiers, tier("platinum", [])])
  expect(on("2027-07-15", inGrace, more, higher)).toEqual({ tier: "platinum", graceUntil: null, outcome: "rises" })
  const unknown = terms([...gold.tiers, tier("platinum", [asks({})])])
  expect(on("2027-05-01", { tier: "member", graceUntil: null }, [], unknown)).toEqual({ ...isGold, outcome: "rises" })
})

test("scenario 24: no data moves no tier, and no notice is given; a grace that runs is left as it is", () => {
  const unknown = terms([tier("member", []), tier("gold", [certified, asks({})])])
  expect(on("2027-06-01", isGold, [], unknown)).toEqual({ ...isGold, outcome: "undecided" })
  expect(on("2027-07-01", inGrace, [], unknown)).toEqual({ ...inGrace, outcome: "undecided" })
  expect(on("2027-08-01", inGrace, [], unknown)).toEqual({ ...inGrace, outcome: "undecided" })
  const none: Held = { tier: null, graceUntil: null }
  expect(on("2027-06-01", none, [], terms([tier("gold", [asks({})])]))).toEqual({ ...none, outcome: "undecided" })
  expect(on("2027-06-01", none, [], terms([tier("gold", [certified])]))).toEqual({ ...none, outcome: "stays" })
})

test("an evaluation is due on the first of a month or quarter and not done, whenever the server wakes, and when a grace is over", () => {
  const due = (evaluatedOn: string | null, today: string, more: Partial<Parameters<typeof isEvaluationDue>[0]> = {}) =>
    isEvaluationDue({ rhythm: "monthly", evaluatedOn, graceUntil: null, today, ...more })
  expect(due(null, "2027-06-15")).toBe(true)
  expect(due("2027-05-31", "2027-06-01")).toBe(true)
  expect(due("2027-05-31", "2027-06-15")).toBe(true)
  expect(due("2027-06-01", "2027-06-15")).toBe(false)
  expect(due("2027-06-01", "2027-07-01", { rhythm: "quarterly" })).toBe(true)
  expect(due("2027-04-01", "2027-06-30", { rhythm: "quarterly" })).toBe(false)
  expect(due("2027-09-30", "2027-10-01", { rhythm: "quarterly" })).toBe(true)
  expect(due("2027-06-14", "2027-06-15", { rhythm: "daily" })).toBe(true)
  expect(due("2027-06-15", "2027-06-15", { rhythm: "daily" })).toBe(false)
  expect(due("2027-06-01", "2027-06-10", { graceUntil: "2027-06-10" })).toBe(false)
  expect(due("2027-06-01", "2027-06-11", { graceUntil: "2027-06-10" })).toBe(true)
  expect(due("2027-06-10", "2027-06-11", { graceUntil: "2027-06-10" })).toBe(true)
  expect(due("2027-06-11", "2027-06-12", { graceUntil: "2027-06-10" })).toBe(false)
})

test("scenario 26: an amount is counted by the rate of its own day", () => {
  const rates = [
    ...[
      { currency: "USD", from: "2027-03-01", rate: 0.9 },
      { currency: "USD", from: "2027-01-01", rate: 0.92 },
    ],
    { currency: "USD", from: "2027-06-01", rate: 0.8 },
  ]
  const usd = (wonOn: string | null, amount: number) =>
    amountIn("EUR", rates, { wonOn, amountMinor: amount * 100, currency: "USD" })
  expect([usd("2027-02-28", 100_000), usd("2027-03-01", 100_000), usd("2027-09-01", 60_000)]).toEqual([
    ...[9_200_000, 9_000_000, 4_800_000],
  ])
  expect([usd("2026-12-31", 1), usd(null, 1)]).toEqual([null, null])
  const own = { wonOn: null, amountMinor: 5, currency: "EUR" }
  expect(amountIn("EUR", [], own)).toBe(5)
  expect(amountIn("EUR", rates, { ...own, amountMinor: null })).toBeNull()
  expect(amountIn("EUR", rates, { ...own, currency: null })).toBeNull()
  expect(amountIn("EUR", rates, { ...own, wonOn: "2027-09-01", currency: "CHF" })).toBeNull()
  const yen = [{ currency: "JPY", from: "2027-01-01", rate: 0.006 }]
  expect(amountIn("EUR", yen, { wonOn: "2027-09-01", amountMinor: 10_000, currency: "JPY" })).toBe(6_000)
})

const silver = (threshold: number) =>
  terms([tier("registered", [], 1_000), tier("silver", [asks({ threshold })], 1_500)])
const sold = (...amounts: number[]): Facts => ({
  ...nothing,
  deals: amounts.map((amount) => ({
    ...{ id: `${amount}`, wonOn: "2027-06-01", amountMinor: Math.round(amount * 100) },
  })),
})
const tried = (facts: Facts, has: string | null = "silver", by = silver(25_000_000)) =>
  tryTerms({ now: silver(23_000_000), tried: by, facts, tier: has, on: "2027-10-01" })

test("scenario 26: a rule is tried on everybody by the very thresholds that they are evaluated by", () => {
  const [a, b, c, d, e] = [
    ...[tried(sold(229_999.99)), tried(sold(92_000, 90_000, 48_000)), tried(sold(249_400))],
    ...[tried(sold(250_000)), tried(nothing)],
  ]
  expect([a, b, c, d, e].map((each) => each?.outcome)).toEqual([
    ...["below_already", "falls", "falls", "stays", "pending"],
  ])
  expect(b?.after[1]?.lines[0]?.value).toBe(23_000_000)
  expect([b, c].map((each) => each?.tier)).toEqual(["registered", "registered"])
  expect((b?.costMinor ?? 0) + (c?.costMinor ?? 0)).toBe(-2_397_000)
  expect([a, d, e].map((each) => each?.costMinor)).toEqual([0, 0, 0])
  // Once it holds, the real evaluation says the same.
  const real = decideMovement({
    ...{ terms: { ...silver(25_000_000), graceDays: 0 }, facts: sold(249_400), on: "2027-10-01" },
    held: { tier: "silver", graceUntil: null },
  })
  expect(real).toMatchObject({ outcome: "falls", tier: c?.tier })
})

test("a trial tells who rises and what that costs, and what it costs where a benefit alone changes", () => {
  expect(tried(sold(240_000), "registered", silver(20_000_000))).toMatchObject({
    ...{ outcome: "rises", tier: "silver", costMinor: 1_200_000 },
  })
  expect(tried(sold(240_000), null, silver(20_000_000))).toMatchObject({ outcome: "rises", costMinor: 3_600_000 })
  const dearer = terms([tier("registered", [], 1_000), tier("silver", [asks({ threshold: 23_000_000 })], 2_000)])
  expect(tried(sold(240_000), "silver", dearer)).toMatchObject({ outcome: "stays", costMinor: 1_200_000 })
  expect(tried(sold(10), null, terms([tier("silver", [asks({ threshold: 5_000 })])]))).toMatchObject({
    ...{ outcome: "stays", tier: null, costMinor: 0 },
  })
  expect(tried(nothing, null, terms([tier("silver", [asks({})])])).outcome).toBe("pending")
  const unknown: Facts = { ...nothing, deals: [{ id: "x", wonOn: "2027-06-01", amountMinor: null }] }
  expect(tried(unknown, "silver", terms([tier("registered", []), tier("silver", [], 2_000)])).costMinor).toBeNull()
  expect(tried(nothing, "silver", terms([tier("registered", []), tier("silver", [], 2_000)])).costMinor).toBeNull()
})

const version = (number: number, holdsFrom: string) => ({ number, holdsFrom })

test("the version that holds on a day is the latest begun by then; the one to come is told beside it", () => {
  const versions = [version(3, "2028-01-01"), version(1, "2026-01-01"), version(2, "2027-05-01")]
  expect(versionOn(versions, "2025-12-31")).toBeUndefined()
  expect(versionOn(versions, "2026-01-01")?.number).toBe(1)
  expect(versionOn(versions, "2027-12-31")?.number).toBe(2)
  expect(comingAfter(versions, "2027-12-31")?.number).toBe(3)
  expect(comingAfter(versions, "2028-01-01")).toBeUndefined()
  const again = [version(2, "2028-01-01"), version(3, "2028-01-01")]
  for (const order of [again, [...again].reverse()]) {
    expect(versionOn(order, "2028-01-01")?.number).toBe(3)
    expect(comingAfter(order, "2027-01-01")?.number).toBe(3)
  }
  expect([decideHoldsFrom("2027-01-01", "2027-01-01"), decideHoldsFrom("2026-12-31", "2027-01-01")]).toMatchObject([
    ...[true, { refusal: "holds-in-the-past" }],
  ])
})

test("terms say all that is counted by, once", () => {
  const flaw = (tiers: Tier[]) => decideTerms(terms(tiers))
  expect(flaw([tier("a", [asks({}), asks({ key: "s", kind: "by_hand", about: "x", windowMonths: 0 })])])).toBe(true)
  expect(flaw([])).toMatchObject({ refusal: "no-tiers" })
  expect(flaw([tier("a", []), tier("b", []), tier("a", [])])).toMatchObject({ refusal: "tier-twice" })
  expect(flaw([tier("a", [asks({}), asks({})])])).toMatchObject({ refusal: "requirement-twice" })
  for (const bare of [
    ...[asks({ threshold: 0 }), asks({ windowMonths: 0 }), asks({ kind: "metric", windowMonths: 3 })],
    ...[asks({ kind: "by_hand" }), asks({ kind: "metric", about: "nps", windowMonths: 0 })],
  ])
    expect(flaw([tier("a", [bare])])).toMatchObject({ refusal: "requirement-incomplete" })
  expect(flaw([tier("a", [asks({ kind: "certified", windowMonths: 0 })])])).toBe(true)
  expect(decideTiersKept([tier("a", [])], ["a", null])).toBe(true)
  expect(decideTiersKept([tier("a", [])], ["a", "b"])).toMatchObject({ refusal: "tier-is-held" })
})

test("a program is in one currency from its first version on", () => {
  expect(decideCurrency({ currency: "USD" }, undefined)).toBe(true)
  expect(decideCurrency({ currency: "EUR" }, { currency: "EUR" })).toBe(true)
  expect(decideCurrency({ currency: "USD" }, { currency: "EUR" })).toMatchObject({
    ...{ refusal: "currency-stays", detail: { field: "terms.currency" } },
  })
})

test("a tier is lost by a change of terms where those of before would have kept it on the day that decides", () => {
  const by = (threshold: number) => terms([tier("member", []), tier("gold", [{ ...certified, threshold }])])
  const lost = (before: Terms, day: string, known: Held = isGold, more: readonly ReturnType<typeof held>[] = []) =>
    isLostByChange({ before, facts: { ...nothing, certificates: [...team, ...more] }, held: known, on: day })
  // Two are certified on 20 May, and one on 1 June.
  expect(lost(by(2), "2027-05-20")).toBe(true)
  expect(lost(by(2), "2027-06-01")).toBe(false)
  expect(lost(by(3), "2027-05-20")).toBe(false)
  // What nobody knew by the terms of before was no failing by them.
  expect(lost(terms([tier("gold", [asks({})])]), "2027-05-20")).toBe(true)
  // The last day of the grace decides, and not the day on which somebody looks.
  const until: Held = { tier: "gold", graceUntil: "2027-05-31" }
  const late = [held("dana", "2027-06-01"), held("eva", "2027-06-01")]
  expect(lost(by(3), "2027-06-02", until, late)).toBe(false)
  expect(lost(by(2), "2027-06-02", until)).toBe(true)
  expect(lost(by(2), "2027-05-31", { ...until, graceUntil: "2027-05-31" })).toBe(true)
})
