import { expect, test } from "vitest"
import type { AgreementText, Clause } from "./clause.ts"
import { rebasedText } from "./rebasedText.ts"

const clause = (key: string, text: string): Clause => ({
  ...{ key, heading: key, level: 1 },
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
})
const of = (terms: AgreementText["terms"], ...clauses: Clause[]): AgreementText => ({ clauses, terms })
const [a, b, c] = [clause("a", "One two three."), clause("b", "Four five six."), clause("c", "Seven.")]
const base = of({ margin: 20 }, a, b, c)

test("what each of two amendments changed stands in the end, in one clause too where the words are not the same", () => {
  const ours = of({ margin: 20 }, clause("a", "One two four."), b, c)
  const head = of({ margin: 22 }, clause("a", "Zero two three."), clause("b", "Four five."), c)
  expect(rebasedText(base, ours, head)).toEqual({
    text: of({ margin: 22 }, clause("a", "Zero two four."), clause("b", "Four five."), c),
    collisions: [],
  })
})

test("where both changed the same words or the same value, one's own stand, and it is told", () => {
  const ours = of({ margin: 25 }, clause("a", "One TWO three."), b, c)
  const head = of({ margin: 22 }, clause("a", "One deux three."), b, c)
  expect(rebasedText(base, ours, head)).toEqual({
    text: ours,
    collisions: [
      { key: "margin", kind: "term" },
      { key: "a", kind: "edit" },
    ],
  })
})

test("new clauses stand in their order, one behind the other; what was changed of a clause that is gone is told and left out", () => {
  const [d, e] = [clause("d", "New."), clause("e", "Newer.")]
  const ours = of({ margin: 20 }, a, clause("b", "Four."), d, e, c)
  const head = of({ margin: 20 }, a, c)
  expect(rebasedText(base, ours, head)).toEqual({
    text: of({ margin: 20 }, a, d, e, c),
    collisions: [{ key: "b", kind: "edit" }],
  })
})

test("what both changed alike is no collision", () => {
  const both = of({ margin: 22 }, clause("a", "One."), c)
  expect(rebasedText(base, both, both)).toEqual({ text: both, collisions: [] })
})

test("a clause that both took out is out, and one that only the other took out stays out", () => {
  expect(rebasedText(base, of({ margin: 20 }, a, c), of({ margin: 20 }, c)).text).toEqual(of({ margin: 20 }, c))
  expect(rebasedText(base, base, of({ margin: 20 }, a)).text).toEqual(of({ margin: 20 }, a))
})
