import { expect, test } from "vitest"
import type { Clause } from "./clause.ts"
import { decideKeys, droppedKeys, giveKeys, sharedKeys } from "./keys.ts"

const clause = (key: string, text: string, heading = ""): Clause => ({
  ...{ key, heading, level: 1 },
  content: [{ type: "paragraph", content: text === "" ? [] : [{ type: "text", text }] }],
})
const promise = "The host answers each question of the partner within 48 hours on workdays"
const before = [clause("k5", "Something else"), clause("k6", promise)]
const given = (...after: Clause[]) => {
  const free = ["new1", "new2"]
  return giveKeys(before, after, () => free.shift() ?? "none left").map(({ key }) => key)
}

test("Enter at the start of a clause: the empty one above gets the new key, the words keep theirs (scenario 17)", () => {
  expect(given(before[0] as Clause, clause("k6", ""), clause("k6", promise))).toEqual(["k5", "new1", "k6"])
})

test("of a pasted copy the first keeps the key; of copies that were edited the one most like it (scenario 17)", () => {
  expect(given(clause("k6", promise), clause("k5", "x"), clause("k6", promise))).toEqual(["k6", "k5", "new1"])
  const edited = promise.replace("48", "24")
  expect(given(clause("k6", edited), clause("k6", promise), clause("k6", edited))).toEqual(["new1", "k6", "new2"])
})

test("a heading counts as words, and a clause without a key gets one", () => {
  expect(given(clause("k6", "", "short"), clause("k6", "", promise), clause("", "new"))).toEqual(["new1", "k6", "new2"])
})

test("cut in its middle it is a person who says which half keeps the key; a copy is no half (scenario 17)", () => {
  const halves = [clause("k6", promise.slice(0, 40)), clause("k6", promise.slice(40))]
  expect(sharedKeys(before, halves)).toEqual([{ key: "k6", holders: [0, 1], isCut: true }])
  expect(sharedKeys(before, [clause("k6", ""), clause("k6", promise)])).toMatchObject([{ isCut: false }])
  expect(sharedKeys(before, [clause("k6", promise), clause("k6", "The host answers")])).toMatchObject([
    { isCut: false },
  ])
  // One half and an empty line are no two halves; and nine words of ten are as good as all.
  expect(sharedKeys(before, [clause("k6", ""), halves[0] as Clause])).toMatchObject([{ isCut: false }])
  const ten = "one two three four five six seven eight nine ten"
  const [most, last] = [clause("k9", ten.slice(0, -4)), clause("k9", "ten")]
  expect(sharedKeys([clause("k9", ten)], [most, last])).toMatchObject([{ isCut: false }])
  expect(sharedKeys(before, [clause("", "one"), clause("", "two"), clause("k6", promise)])).toEqual([])
  const chosen = (at: number) => giveKeys(before, halves, () => "new", new Map([["k6", at]])).map(({ key }) => key)
  expect(chosen(0)).toEqual(["k6", "new"])
  expect(chosen(1)).toEqual(["new", "k6"])
  // What holds it not cannot keep it.
  expect(chosen(5)).toEqual(giveKeys(before, halves, () => "new").map(({ key }) => key))
})

test("a key held twice, or none, is refused by name; each once is fine, in whatever order", () => {
  expect(decideKeys([...before].reverse())).toBe(true)
  const doubled = [...before, clause("k6", "x"), clause("k6", "y"), clause("", "")]
  expect(decideKeys(doubled)).toEqual({ refusal: "clause-key-doubled", detail: { clauses: ["k6", ""] } })
})

test("what is gone is named in its order", () => {
  expect(droppedKeys([...before, clause("k7", "")], [clause("k6", "moved"), clause("n", "")])).toEqual(["k5", "k7"])
})
