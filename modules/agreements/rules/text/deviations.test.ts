import { expect, test } from "vitest"
import type { AgreementText, Clause, Inline } from "./clause.ts"
import { deviationsFrom, type Ready } from "./deviations.ts"

const clause = (key: string, ...content: Inline[]): Clause => ({
  ...{ key, heading: key.toUpperCase(), level: 1 },
  content: [{ type: "paragraph", content }],
})
const words = (text: string, ...marks: ("bold" | "italic")[]): Inline => ({
  ...{ type: "text", text },
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
const margin: Inline = { type: "term", attrs: { kind: "margin" } }

const ready: Ready[] = [
  {
    text: {
      clauses: [clause("pay", words("Pay "), margin), clause("law", words("Of here."))],
      terms: { margin: 20, exclusivity: "exclusive" },
    },
    further: [clause("audit", words("Looked at."))],
  },
  {
    text: {
      clauses: [clause("pay", words("Zahle "), margin), clause("law", words("Von hier."))],
      terms: { margin: 20, exclusivity: "ausschließlich" },
    },
    further: [clause("audit", words("Geprüft."))],
  },
]
const text = (clauses: Clause[], terms: AgreementText["terms"] = { margin: 20, exclusivity: "exclusive" }) => ({
  clauses,
  terms,
})
const told = (of: AgreementText) => deviationsFrom(ready, of).clauses.map(({ key, how }) => [key, how])

test("the ready text itself, in any language, looks and places aside, deviates from nothing", () => {
  const [english, german] = ready
  for (const each of [english, german])
    expect(deviationsFrom(ready, each?.text ?? text([]))).toEqual({ clauses: [], terms: [] })
  const bold = [clause("law", words("Of ", "bold"), words("here.")), clause("pay", words("Pay "), margin)]
  expect(told(text(bold.map((each) => ({ ...each, level: 2 }))))).toEqual([])
})

test("other words, another heading, a value written out and what is taken out or put in are told", () => {
  const [pay, law] = ready[0]?.text.clauses ?? []
  if (!pay || !law) throw new Error("two clauses")
  expect(told(text([clause("pay", words("Pay 20")), law]))).toEqual([["pay", "changed"]])
  expect(told(text([pay, { ...law, heading: "Another law" }]))).toEqual([["law", "changed"]])
  expect(told(text([pay]))).toEqual([["law", "removed"]])
  expect(told(text([pay, law, clause("audit", words("Geprüft."))]))).toEqual([["audit", "added"]])
  expect(told(text([pay, law, clause("audit", words("Never."))]))).toEqual([["audit", "own"]])
  expect(told(text([pay, law, clause("ours", words("Ours."))]))).toEqual([["ours", "own"]])
})

test("terms with a suggestion are compared with it, others are nobody's deviation", () => {
  const [pay, law] = ready[0]?.text.clauses ?? []
  if (!pay || !law) throw new Error("two clauses")
  const terms = (of: AgreementText["terms"]) => deviationsFrom(ready, text([pay, law], of)).terms
  expect(terms({ margin: 24, exclusivity: "ausschließlich", territory: "DE" })).toEqual([
    { kind: "margin", ready: 20, value: 24 },
  ])
  expect(terms({ exclusivity: "non-exclusive" })).toEqual([
    { kind: "margin", ready: 20, value: null },
    { kind: "exclusivity", ready: "exclusive", value: "non-exclusive" },
  ])
})
