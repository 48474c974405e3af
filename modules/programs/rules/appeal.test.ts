import { expect, test } from "vitest"
import { type AppealTerms, appealableOf, decideOpenAppeal, decideUpheld, isSettledBy, type Outcome } from "../rules.ts"

const terms: AppealTerms = { days: 30, keeps: false, keptDays: 90 }
const decided = (outcome: Outcome) => ({ id: "one", outcome, evaluatedOn: "2027-08-01" })
const lost = { decided: decided("falls"), appeals: [], graceUntil: null, terms, today: "2027-08-31" }
const noticed = { ...lost, decided: decided("grace_begins"), graceUntil: "2027-09-30", today: "2027-09-30" }
const nothing = { refusal: "nothing-to-appeal" }

test("the loss of a tier is appealed against so many days, a notice while its grace lasts", () => {
  expect(appealableOf(lost)).toEqual({ decided: lost.decided, until: "2027-08-31" })
  expect(appealableOf({ ...lost, today: "2027-09-01" })).toMatchObject(nothing)
  expect(appealableOf(noticed)).toEqual({ decided: noticed.decided, until: "2027-09-30" })
  expect(appealableOf({ ...noticed, today: "2027-10-01" })).toMatchObject(nothing)
  // Made good before: the grace is over, and nothing is left to appeal against.
  expect(appealableOf({ ...noticed, graceUntil: null })).toMatchObject(nothing)
})

test("nothing else is appealed against, nothing where the terms have no appeals, and each once", () => {
  for (const outcome of ["rises", "recovers", "kept", "given_back"] as const)
    expect(appealableOf({ ...lost, decided: decided(outcome) })).toMatchObject(nothing)
  expect(appealableOf({ ...lost, decided: undefined })).toMatchObject(nothing)
  expect(appealableOf({ ...lost, terms: { ...terms, days: 0 } })).toMatchObject(nothing)
  expect(appealableOf({ ...noticed, terms: { ...terms, days: 0 } })).toMatchObject(nothing)
  const appealed = (evaluationId: string, state: "open" | "refused") =>
    appealableOf({ ...lost, appeals: [{ evaluationId, state }] })
  expect(appealed("one", "refused")).toMatchObject({ refusal: "appealed-already" })
  expect(appealed("of a notice", "open")).toMatchObject({ refusal: "appealed-already" })
  expect(appealed("of a notice", "refused")).toEqual({ decided: lost.decided, until: "2027-08-31" })
})

test("what is over is not decided again", () => {
  expect(decideOpenAppeal({ state: "open" })).toBe(true)
  for (const state of ["upheld", "refused", "withdrawn", "settled"] as const)
    expect(decideOpenAppeal({ state })).toMatchObject({ refusal: "appeal-closed" })
})

const tiers = [{ key: "member" }, { key: "silver" }, { key: "gold" }]

test("what is upheld gives the tier from today on, for the days of the terms; a tier that is no more comes back to nobody", () => {
  expect(decideUpheld({ tier: "gold" }, { tiers, terms, today: "2027-08-20" })).toEqual({
    ...{ tier: "gold", keptUntil: "2027-11-18" },
  })
  expect(decideUpheld({ tier: "diamond" }, { tiers, terms, today: "2027-08-20" })).toMatchObject({
    refusal: "tier-not-known",
  })
})

test("an appeal is settled by what gives it back, and by nothing less", () => {
  const moved = (outcome: Outcome, tier: string | null) => isSettledBy({ tier: "silver" }, { tier, outcome }, tiers)
  expect(moved("recovers", "silver")).toBe(true)
  expect(moved("rises", "silver")).toBe(true)
  expect(moved("rises", "gold")).toBe(true)
  expect(moved("rises", "member")).toBe(false)
  expect(moved("falls", "member")).toBe(false)
  expect(moved("stays", "gold")).toBe(false)
})
