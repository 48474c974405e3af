import { expect, test } from "vitest"
import { isRefusal } from "#core/refusal"
import { decideCondition, type Facts, givenOf, verdictOn } from "./rules.ts"

const none = { kept: 0, due: 0 }
const quiet = { open: 0, overdue: 0 }
const facts: Facts = {
  kept: { host: { kept: 1, due: 3 }, partner: none },
  promises: { host: { open: 4, overdue: 3 }, partner: quiet },
  drift: { state: "drifting", onsetOn: "2026-01-01" },
  nextEnd: { noticeOn: "2026-03-11", endsOn: "2026-06-30" },
  lastActivityOn: null,
  revenue: { amountMinor: 1_250_000, currency: "EUR" },
  type: "reseller",
  stage: "active",
  region: "DACH",
  tier: null,
  startedOn: null,
}
const ask = (expression: string, of: Facts = facts, currency = "EUR") => {
  const checked = decideCondition(expression, currency)
  return isRefusal(checked) ? checked : verdictOn(checked, givenOf(of, "2026-03-01", currency), currency)
}

test.each([
  ["overdueOurs > 2 && drifting", "yes"],
  ["keptOurs < percent(33.34)", "yes"],
  ["keptOurs < percent(33.33)", "no"],
  ["daysToNotice <= 10 && daysToEnd == 121", "yes"],
  ["revenue > EUR(12500)", "no"],
  ["type == 'reseller' && stage in ['active', 'renewing'] && region.contains('AC')", "yes"],
  ["daysSinceOnset > 58 && !silent", "yes"],
  ["keptTheirs < percent(80)", "unknown"],
  ["daysSinceContact > 30", "unknown"],
  ["daysSinceContact > 30 || overdueOurs > 2", "yes"],
  ["known(tier) && tier == 'gold'", "no"],
])("%s: %s", (expression, needed) => {
  expect(ask(expression)).toMatchObject({ needed })
})

test("says by which values, amounts with their currency, and of no says nothing", () => {
  expect(ask("overdueOurs > 2 && revenue > EUR(1) && daysSinceContact > 5 || drifting")).toEqual({
    needed: "yes",
    reasons: [{ text: "drifting", seen: [{ name: "drifting", kind: "boolean", value: true }] }],
  })
  expect(ask("revenue >= EUR(12500)")).toMatchObject({
    reasons: [{ seen: [{ name: "revenue", kind: "money", value: { amountMinor: 1_250_000, currency: "EUR" } }] }],
  })
  expect(ask("overdueOurs > 9")).toEqual({ needed: "no", reasons: [] })
})

test("the revenue of a partnership in another currency is not known, and its amounts cannot be written", () => {
  expect(ask("revenue > USD(1)", facts, "USD")).toMatchObject({
    needed: "unknown",
    reasons: [{ seen: [{ value: null }] }],
  })
  expect(ask("revenue > USD(1)")).toMatchObject({ refusal: "expression-refused" })
})

test("a partnership that is not scored neither drifts nor does not", () => {
  expect(ask("!drifting", { ...facts, drift: { state: "not_scored", onsetOn: null } })).toMatchObject({
    needed: "unknown",
  })
})
