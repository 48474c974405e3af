import { expect, test } from "vitest"
import { mustCheck } from "#core/expression/check"
import { answerOf } from "#core/expression/said"
import { boolean } from "#core/expression/types"
import type { AgreementText, Content } from "../rules.ts"
import { textFacts, textParts, textVariables } from "./facts.ts"

const clause = (key: string, text: string): AgreementText["clauses"][number] => ({
  ...{ key, heading: key, level: 1 },
  content: [
    {
      type: "paragraph",
      content: [
        { type: "text", text },
        { type: "term", attrs: { kind: "liability_cap" } },
      ],
    },
  ],
})
const text: AgreementText = {
  clauses: [clause("liability", "Without limit."), clause("marketing", "Much.")],
  terms: {
    margin: 22,
    liability_cap: { amountMinor: 100, currency: "EUR" },
    minimum_amount: { amountMinor: 1, currency: "USD" },
  },
}
const content = { title: "Frame", startsOn: "2027-01-01", objectives: [], commitments: [] } as unknown as Content
const deviations = {
  clauses: [
    { key: "liability", heading: "Liability", how: "changed" },
    { key: "ours", heading: "Ours", how: "own" },
  ],
  terms: [{ kind: "margin", ready: 20, value: 22 }],
} as const
const partnership = { type: "reseller", stage: "active", region: null, tier: "gold" }
const given = textFacts({ kind: "first", text, content, ready: { margin: 20 } }, deviations, partnership, "EUR")
const variables = textVariables("EUR")
const answer = (condition: string) => answerOf(mustCheck(condition, variables, boolean), given, variables)?.answer

test("conditions are over the terms, what the ready text suggests of them, and the clauses that differ", () => {
  for (const [condition, wanted] of [
    ["margin > 20", "yes"],
    ["margin > readyMargin + 2", "no"],
    ["liabilityChanged", "yes"],
    ["warrantiesChanged || lawChanged", "no"],
    ['"liability" in changedClauses', "yes"],
    ['"insurance" in changedClauses', "no"],
    ["ownClauses > 0 && deviations == 3", "yes"],
    ["liabilityCap >= EUR(1)", "yes"],
    ['kind == "first" && tier == "gold"', "yes"],
    // What nobody said, and what is in another currency, is not known: the step is asked.
    ["commission > 10", "unknown"],
    ["minimumAmount > EUR(1)", "unknown"],
    ["value > EUR(1)", "unknown"],
    ["known(commission) && commission > 10", "no"],
  ] as const)
    expect([condition, answer(condition)]).toEqual([condition, wanted])
})

test("every name stands for something of the subject, and what it speaks of in the text is a name, too", () => {
  expect(Object.keys(given).sort()).toEqual(Object.keys(variables).sort())
  expect(Object.keys(variables)).toEqual(expect.arrayContaining(Object.keys(textParts(text))))
})

test("a clause is what it says and what the terms in it say; another clause is not a part of it", () => {
  const { liabilityChanged, margin } = textParts(text)
  const capped = { ...text, terms: { ...text.terms, liability_cap: { amountMinor: 200, currency: "EUR" } } }
  expect(textParts(capped)["liabilityChanged"]).not.toEqual(liabilityChanged)
  const elsewhere = { ...text, clauses: [clause("liability", "Without limit."), clause("marketing", "None.")] }
  expect(textParts(elsewhere)["liabilityChanged"]).toEqual(liabilityChanged)
  expect(textParts(elsewhere)["margin"]).toEqual(margin)
  expect(textParts(elsewhere)["changedClauses"]).not.toEqual(textParts(text)["changedClauses"])
})
