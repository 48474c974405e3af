import { expect, test } from "vitest"
import { boolean, number } from "#core/expression/types"
import { isRefusal } from "#core/refusal"
import { type Agreed, concernOf, decideApproved, decideEdition, seenBefore, stands, stepsAgreed } from "./agreed.ts"
import type { Known, Step } from "./asked.ts"

const variables = { margin: number, liabilityChanged: boolean, value: number, type: { kind: "text" } } as const
const known = (given: Known["given"], amount: Known["amount"] = null): Known => ({ amount, given, variables })
const step = (condition?: string): Step => ({ name: "Finance", role: "finance", needs: "one", condition })
const parts = { margin: 22, liabilityChanged: ["the clause"] }
const given = { margin: 22, liabilityChanged: true, value: 5, type: "reseller" }

test("a step is about what its condition names of the text, and about what else it knew", () => {
  const finance = concernOf(step("margin > 20"), parts, known(given))
  expect(finance).toBeDefined()
  expect(concernOf(step("margin > 20"), { ...parts, liabilityChanged: ["other words"] }, known(given))).toBe(finance)
  expect(concernOf(step("margin > 20"), { ...parts, margin: 24 }, known({ ...given, margin: 24 }))).not.toBe(finance)
  const both = step('margin > 20 && type == "reseller"')
  expect(concernOf(both, parts, known({ ...given, type: "isv" }))).not.toBe(concernOf(both, parts, known(given)))
  // The same answer to the condition is not the same text: what is approved is the clause.
  const legal = step("liabilityChanged")
  expect(concernOf(legal, { ...parts, liabilityChanged: ["other words"] }, known(given))).not.toBe(
    concernOf(legal, parts, known(given)),
  )
})

test("an amount from which a step is needed is a part of what it agreed to", () => {
  const from = { ...step("margin > 20"), from: { amountMinor: 1, currency: "EUR" } }
  const worth = (amountMinor: number) => concernOf(from, parts, known(given, { amountMinor, currency: "EUR" }))
  expect(worth(5)).not.toBe(worth(6))
  expect(worth(5)).toBe(worth(5))
})

test("a step without a condition, with one that names nothing of the text, or with one that cannot be read, is about the whole", () => {
  for (const condition of [undefined, "value > 3", 'type == "reseller"', "marjin > 20"])
    expect(concernOf(step(condition), parts, known(given))).toBeUndefined()
})

test("money in a condition is told apart to its last unit", () => {
  const money = { ...variables, liabilityCap: { kind: "money", currency: "EUR" } } as const
  const concern = (cap: bigint) =>
    concernOf(
      step("liabilityCap > EUR(10)"),
      { liabilityCap: 1 },
      { amount: null, given: { liabilityCap: cap }, variables: money },
    )
  expect(concern(9_007_199_254_740_993n)).not.toBe(concern(9_007_199_254_740_992n))
})

const agreed: Agreed = { step: step("margin > 20"), hash: "v3", concern: "22" }

test("an agreement stands for the same text, and for another that says the same here; not for another step", () => {
  expect(stands(agreed, step("margin > 20"), { hash: "v3", concern: "other" })).toBe(true)
  expect(stands(agreed, step("margin > 20"), { hash: "v4", concern: "22" })).toBe(true)
  expect(stands(agreed, step("margin > 20"), { hash: "v4", concern: "24" })).toBe(false)
  expect(stands(agreed, step("margin > 10"), { hash: "v3", concern: "22" })).toBe(false)
  expect(stands(agreed, { ...step("margin > 20"), role: "owner" }, { hash: "v3", concern: "22" })).toBe(false)
  // Why it was asked then is no part of what the step is.
  const told = { ...agreed.step, because: { asked: "met" as const, reasons: [] }, concern: "22" }
  expect(stands({ ...agreed, step: told }, step("margin > 20"), { hash: "v3", concern: "22" })).toBe(true)
})

test("of a request that waits or ended, the steps it came past have agreed; of one that was approved all", () => {
  expect(stepsAgreed({ state: "waiting", step: 1 }, 3)).toBe(1)
  expect(stepsAgreed({ state: "void", step: 2 }, 3)).toBe(2)
  expect(stepsAgreed({ state: "rejected", step: 0 }, 3)).toBe(0)
  expect(stepsAgreed({ state: "approved", step: 3 }, 3)).toBe(3)
})

test("what was seen before is told where it was something else", () => {
  const sawn = (margin: number, tier: string) => ({
    ...step("margin > 20"),
    because: {
      asked: "met" as const,
      reasons: [
        { text: "margin > 20", seen: [{ name: "margin", kind: "number" as const, value: margin }] },
        { text: 'tier == "gold"', seen: [{ name: "tier", kind: "text" as const, value: tier }] },
      ],
    },
  })
  expect(seenBefore(sawn(22, "gold"), sawn(24, "gold"))).toEqual([{ name: "margin", kind: "number", value: 22 }])
  expect(seenBefore(undefined, sawn(24, "gold"))).toEqual([])
})

test("what waits is named, and an old version approves nothing", () => {
  expect(decideApproved([])).toBe(true)
  expect(decideApproved(["Finance"])).toEqual({ refusal: "approval-first", detail: { names: ["Finance"] } })
  expect(decideEdition(3, 3)).toBe(true)
  expect(decideEdition(undefined, undefined)).toBe(true)
  expect(decideEdition(3, undefined)).toBe(true)
  expect(isRefusal(decideEdition(3, 4)) && decideEdition(3, 4)).toEqual({
    refusal: "version-replaced-since",
    detail: { number: 3, now: 4 },
  })
})
