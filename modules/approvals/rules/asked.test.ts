import { expect, test } from "vitest"
import { chooseSteps, type Known, type Step } from "./asked.ts"

const euro = (amountMinor: number) => ({ amountMinor, currency: "EUR" })
const step = (name: string, more: Partial<Step> = {}): Step => ({ name, role: "finance", needs: "one", ...more })
const variables = {
  value: { kind: "money", currency: "EUR" },
  daysGiven: { kind: "number" },
  type: { kind: "choice", of: ["reseller", "distributor"] },
} as const
const known = (more: Partial<Known> = {}): Known => ({
  ...{ amount: euro(12_000_000), variables },
  given: { value: 12_000_000n, daysGiven: 20, type: "distributor" },
  ...more,
})
const asked = (steps: readonly Step[], more: Partial<Known> = {}) =>
  chooseSteps(steps, known(more)).asked.map(({ name, because }) => [name, because?.asked])

test("from an amount on: the threshold itself counts, and what is not known is not taken for little", () => {
  const steps = [step("Finance"), step("Board", { from: euro(5_000_000) })]
  const of = (amount: Known["amount"]) => asked(steps, { amount })
  expect(of(euro(4_999_999))).toEqual([["Finance", "always"]])
  expect(of(euro(5_000_000))).toEqual([
    ["Finance", "always"],
    ["Board", "met"],
  ])
  expect(of(null)).toEqual([
    ["Finance", "always"],
    ["Board", "unknown"],
  ])
  expect(of({ amountMinor: 100, currency: "USD" })).toEqual([
    ["Finance", "always"],
    ["Board", "unknown"],
  ])
})

test("by a condition: asked when it holds, with what was seen; left out only when it is known not to hold, and why", () => {
  const steps = [
    step("Head", { condition: "value > EUR(100000)" }),
    step("Channel", { condition: 'type == "reseller" || daysGiven >= 30' }),
  ]
  expect(chooseSteps(steps, known())).toEqual({
    asked: [
      {
        ...steps[0],
        because: {
          asked: "met",
          reasons: [{ text: "value > EUR(100000)", seen: [{ name: "value", kind: "money", value: euro(12_000_000) }] }],
        },
      },
    ],
    leftOut: [
      {
        name: "Channel",
        reasons: [
          { text: 'type == "reseller"', seen: [{ name: "type", kind: "choice", value: "distributor" }] },
          { text: "daysGiven >= 30", seen: [{ name: "daysGiven", kind: "number", value: 20 }] },
        ],
      },
    ],
  })
})

test("unknown is not false: the step is asked, unless what is known decides", () => {
  const one = (condition: string, given: Known["given"]) => asked([step("Head", { condition })], { given })
  expect(one("value > EUR(100000)", {})).toEqual([["Head", "unknown"]])
  expect(one("value <= EUR(100000)", {})).toEqual([["Head", "unknown"]])
  expect(one("value > EUR(100000) && daysGiven < 10", { daysGiven: 20 })).toEqual([])
  expect(one("value > EUR(100000) || daysGiven < 30", { daysGiven: 20 })).toEqual([["Head", "met"]])
  // Whoever wants nobody asked of what is not known says so.
  expect(one("known(value) && value > EUR(100000)", {})).toEqual([])
})

test("amount and condition both have to hold; what is unsure is what is said", () => {
  const both = (from: number, condition: string, more: Partial<Known> = {}) =>
    asked([step("Head", { from: euro(from), condition })], more)
  expect(both(10_000_000, "daysGiven < 30")).toEqual([["Head", "met"]])
  expect(both(13_000_000, "daysGiven < 30")).toEqual([])
  expect(both(10_000_000, "daysGiven < 10")).toEqual([])
  expect(both(10_000_000, "daysGiven < 30", { given: {} })).toEqual([["Head", "unknown"]])
})

test("a condition that cannot be read any more leaves nobody out: another currency since, or too much to ask", () => {
  const changed = { ...variables, value: { kind: "money", currency: "USD" } } as const
  expect(asked([step("Head", { condition: "value > EUR(100000)" })], { variables: changed })).toEqual([
    ["Head", "unreadable"],
  ])
  const list = { kind: "list", of: { kind: "number" } } as const
  expect(
    asked([step("Head", { condition: "all(days, each, each > 1)" })], {
      variables: { ...variables, days: list },
      given: { days: Array.from({ length: 2_000 }, () => 0) },
    }),
  ).toEqual([["Head", "unreadable"]])
})
