import { expect, test } from "vitest"
import { isRefusal } from "#core/refusal"
import {
  decideFields,
  decideMerge,
  decideSeeingMore,
  decideUndo,
  givenBack,
  type Taking,
  whoSeesMore,
} from "./rules.ts"

const blank = { registrationNumber: null, country: null, website: null, size: null, externalId: null }
const lists = { regions: [], industries: [], capabilities: [], languages: [], domains: [] }
const known = (name: string, more: object = {}) => ({ name, ...blank, ...lists, ...more })

test("the one that stays says its own, a blank takes the other's, and what is chosen is the other's", () => {
  const stays = known("One", { country: "DE", regions: ["EMEA"], domains: ["one.example"] })
  const goes = known("Two", { country: "AT", size: "10", regions: ["EMEA"], domains: ["one.example", "two.example"] })
  expect(decideFields(stays, goes, [])).toEqual({
    before: { size: null },
    after: { size: "10" },
    domains: ["two.example"],
    marks: [{ kind: "name", value: "Two" }],
  })
  expect(decideFields(stays, goes, ["country", "name"])).toMatchObject({
    after: { name: "Two", country: "AT", size: "10" },
    marks: [{ kind: "name", value: "One" }],
  })
})

test("an id of another system is kept as the company's or as a mark, and 15 and 18 characters of Salesforce are one", () => {
  const [a, b] = ["0015g00000AbCdE", "0015g00000AbCdEAAV"]
  const marks = (one: string | null, other: string | null, taken: readonly "externalId"[] = []) => {
    const decided = decideFields(known("N", { externalId: one }), known("N", { externalId: other }), taken)
    if (isRefusal(decided)) throw new Error(decided.refusal)
    return [decided.after.externalId, decided.marks.map(({ value }) => value)]
  }
  expect(marks("A", "B")).toEqual([undefined, ["B"]])
  expect(marks("A", "B", ["externalId"])).toEqual(["B", ["A"]])
  expect(marks(null, "B")).toEqual(["B", []])
  expect(marks("A", null)).toEqual([undefined, []])
  expect(marks(a, b)[1]).toEqual([])
})

test("more than fifty domains are too many, said before and not cut", () => {
  const domains = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `d${from + at}.example`)
  const of = (from: number, to: number) => known("N", { domains: domains(from, to) })
  expect(decideFields(of(0, 30), of(30, 50), [])).toMatchObject({ domains: domains(30, 50) })
  expect(decideFields(of(0, 30), of(30, 51), [])).toMatchObject({ refusal: "too-many-domains" })
})

const taking = (organizationId: string, id: string, more: Partial<Taking> = {}): Taking => ({
  ...{ organizationId, id, name: id, type: "isv", program: null, stage: "active", ...more },
})
const asked = { stays: "s", goes: "g", takings: [], people: [], isImporting: false }

test("one partnership of a type in a program goes on; what has ended, another program or another type is in nobody's way", () => {
  const merge = (one: Partial<Taking>, other: Partial<Taking>) =>
    decideMerge({ ...asked, takings: [taking("s", "p", one), taking("g", "q", other)] })
  expect(merge({}, {})).toEqual({ refusal: "same-partnership-twice", detail: { names: ["p", "q"] } })
  expect(merge({ stage: "paused" }, {})).toMatchObject({ refusal: "same-partnership-twice" })
  for (const other of [{ stage: "ended" }, { stage: "declined" }, { type: "msp" }, { program: "Gold" }] as const)
    expect(merge({}, other)).toBe(true)
  expect(merge({ type: "consortium" }, { type: "consortium" })).toBe(true)
  expect(decideMerge({ ...asked, takings: [taking("s", "p"), taking("g", "p")] })).toMatchObject({
    refusal: "both-in-one-partnership",
  })
  expect(decideMerge({ ...asked, isImporting: true })).toMatchObject({ refusal: "import-under-way" })
})

const person = (id: string, organizationId: string, more: object = {}) => ({
  ...{ id, organizationId, userId: id, name: id, isOpen: true, ...more },
})

test("who signs in for one sees what the other has; who signs in for both, or has no access, sees nothing more", () => {
  const takings = [taking("g", "q")]
  const see = (...people: ReturnType<typeof person>[]) =>
    whoSeesMore(asked, takings, people).map(({ id, partnerships }) => [id, partnerships])
  expect(see(person("a", "s"), person("b", "g"))).toEqual([["a", ["q"]]])
  expect(see(person("a", "s", { isOpen: false }))).toEqual([])
  expect(see(person("a", "s"), person("a2", "g", { userId: "a" }))).toEqual([])
  expect(see(person("a", "s"), person("a2", "g", { userId: "a", isOpen: false }))).toEqual([["a", ["q"]]])
  expect(see(person("i", "s", { userId: null }), person("j", "s", { userId: null }))).toHaveLength(2)
  const more = whoSeesMore(asked, takings, [person("a", "s"), person("b", "s")])
  expect(decideSeeingMore(more, ["a"])).toEqual({ refusal: "access-widens", detail: { names: ["b"] } })
  expect(decideSeeingMore(more, ["a", "b", "c"])).toBe(true)
})

test("who would lose the access that they have is told before", () => {
  const torn = [person("a", "g"), person("a2", "s", { userId: "a", isOpen: false })]
  expect(decideMerge({ ...asked, people: torn })).toMatchObject({ refusal: "access-ended-for-one" })
  const shut = [person("a", "g", { isOpen: false }), person("a2", "s", { userId: "a" })]
  expect(decideMerge({ ...asked, people: shut })).toBe(true)
})

test("undo: once, a merge only, and after what came later; a field goes back that nobody has changed since", () => {
  expect(decideUndo({ kind: "merge", undoneAt: null }, true, undefined)).toBe(true)
  expect(decideUndo({ kind: "merge", undoneAt: "2026-01-01T00:00:00Z" }, true, undefined)).toMatchObject({
    refusal: "already-undone",
  })
  expect(decideUndo({ kind: "split", undoneAt: null }, true, undefined)).toMatchObject({ refusal: "undone-by-merging" })
  expect(decideUndo({ kind: "merge", undoneAt: null }, false, "C")).toEqual({
    refusal: "later-one-first",
    detail: { names: "C" },
  })
  const [before, after] = [
    { size: null, country: "DE", regions: [] },
    { size: "10", country: "AT", regions: ["EMEA"] },
  ]
  expect(givenBack(before, after, { size: "10", country: "CH", regions: ["EMEA"] })).toEqual({
    back: { size: null, regions: [] },
    kept: ["country"],
  })
})
