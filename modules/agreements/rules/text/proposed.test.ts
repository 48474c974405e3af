import { expect, test } from "vitest"
import { isRefusal } from "#core/refusal"
import type { AgreementText, Clause } from "./clause.ts"
import { applyChange, type ClauseChange, changesOf } from "./proposed.ts"

const clause = (key: string, ...words: string[]): Clause => ({
  ...{ key, heading: key, level: 1 },
  content: words.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
})
const text = (...clauses: Clause[]): AgreementText => ({ clauses, terms: { margin: 20 } })
const base = text(clause("a", "one"), clause("b", "two"), clause("c", "three"))

test("an edit, a new clause, one that goes, one that moves and a value are each proposed by themselves", () => {
  const edited = { ...text(clause("c", "three"), clause("a", "won"), clause("n", "new")), terms: { commission: 5 } }
  expect(changesOf(base, edited)).toEqual([
    { kind: "term", key: "margin", before: 20, after: null },
    { kind: "term", key: "commission", before: null, after: 5 },
    { kind: "edit", key: "a", before: clause("a", "one"), after: clause("a", "won") },
    { kind: "delete", key: "b", before: clause("b", "two"), after: null, place: "a" },
    {
      ...{ kind: "move", key: "c", before: clause("c", "three"), after: clause("c", "three") },
      from: "b",
      place: null,
    },
    { kind: "insert", key: "n", before: null, after: clause("n", "new"), place: "a" },
  ])
})

test("what was not read is not taken away: a change upon other words is refused, and so is one without its place", () => {
  const [edit, gone] = [clause("b", "2"), clause("b", "two")]
  const refused = (change: ClauseChange, now = base) => {
    const made = applyChange(now, change)
    return isRefusal(made) ? made.refusal : made.clauses.map(({ key }) => key).join("")
  }
  const other = text(clause("a", "one"), clause("b", "deux"))
  expect(refused({ kind: "edit", key: "b", before: gone, after: edit })).toBe("abc")
  expect(refused({ kind: "edit", key: "b", before: gone, after: edit }, other)).toBe("proposal-outdated")
  expect(refused({ kind: "delete", key: "b", before: gone, after: null, place: "a" })).toBe("ac")
  expect(refused({ kind: "delete", key: "b", before: gone, after: null, place: "a" }, other)).toBe("proposal-outdated")
  expect(refused({ kind: "edit", key: "x", before: gone, after: edit })).toBe("clause-gone")
  const added = (key: string, place: string | null) =>
    ({ kind: "insert", key, before: null, after: clause(key, "new"), place }) as const
  expect(refused(added("n", "b"))).toBe("abnc")
  expect(refused(added("n", null))).toBe("nabc")
  expect(refused(added("n", "x"))).toBe("place-gone")
  expect(refused(added("b", "a"))).toBe("clause-key-doubled")
  const moved = (place: string | null) =>
    ({ kind: "move", key: "b", before: gone, after: gone, from: "a", place }) as const
  expect(refused(moved("c"))).toBe("acb")
  expect(refused(moved("x"))).toBe("place-gone")
  // Moved is moved, whatever its words are by now.
  expect(refused(moved(null), other)).toBe("ba")
  const value = { kind: "term", key: "margin", before: 20, after: 22 } as const
  expect(applyChange(base, value)).toEqual({ ...base, terms: { margin: 22 } })
  expect(refused(value, { ...base, terms: { margin: 24 } })).toBe("proposal-outdated")
  expect(applyChange(base, { ...value, after: null })).toEqual({ ...base, terms: {} })
  const made = { ...base, clauses: [base.clauses[0], edit, base.clauses[2]] }
  expect(applyChange(base, { kind: "edit", key: "b", before: gone, after: edit })).toEqual(made)
})
