import { expect, test } from "vitest"
import type { ComparedTable } from "#core/importable/again"
import type { ImportRow } from "#core/importable/row"
import { remarksWith } from "#test/importable"
import {
  type Difference,
  differencesOf,
  editedColumns,
  rowInWords,
  sameValue,
  settleDifference,
} from "./differences.ts"
import { takenBack } from "./restore.ts"
import { countedTogether, meetRows } from "./sameFacts.ts"

const dayOf = (at: string) => at.slice(0, 10)
const table: ComparedTable = {
  columns: { id: "uuid", name: "text", amount: "bigint", at: "timestamptz", tags: "text[]" },
  again: {
    called: "name",
    corrects: [
      { field: "name", columns: ["name"] },
      { field: "amount", columns: ["amount"], mayBeEmpty: true },
      { field: "on", columns: ["at"] },
      { field: "tags", columns: ["tags"], mayBeEmpty: true },
    ],
    sameBy: ["name", "at"],
  },
}
const stored = { id: "1", name: "Rollout", amount: 100, at: "2026-06-02T08:30:00.000Z", tags: ["EU", "US"] }
const told = (said: ImportRow, row: Parameters<typeof differencesOf>[1]["row"], mapped = Object.keys(said)) =>
  differencesOf(table, { stored, row, said }, new Set(mapped), dayOf).map(
    ({ corrects, isBlank, old, next }) => `${corrects.field}: ${old} -> ${isBlank ? "(blank)" : next}`,
  )

test.each([
  ["text", " Lumen  Partners", "Lumen Partners", true],
  ["text", "Ange\u0301le", "Angéle", true],
  ["text", "lumen", "Lumen", false],
  ["text", null, undefined, true],
  ["text", "", null, true],
  ["text", null, "x", false],
  ["bigint", 12500, "12500", true],
  ["numeric", 0, null, false],
  ["numeric", "1.50", 1.5, true],
  ["timestamptz", "2026-06-02T08:30:00Z", "2026-06-02T10:30:00+02:00", true],
  ["text[]", ["b", "A"], ["a", "B"], true],
  ["text[]", [], null, true],
  ["text[]", ["a"], [], false],
])("%s %j is the same as %j: %s", (type, one, other, isSame) => {
  expect(sameValue(type, one, other)).toBe(isSame)
})

test("only fields that the file says, or has an empty cell for, are compared; a day is the same as an instant of it", () => {
  expect(told({ name: "Rollout" }, { name: "Rollout" })).toEqual([])
  expect(told({ name: "Pilot", amount: 5 }, { name: "Pilot", amount: 5 })).toEqual([
    ...["name: Rollout -> Pilot", "amount: 100 -> 5"],
  ])
  expect(told({ on: "2026-06-02" }, { at: "2026-06-02T12:00:00.000Z" })).toEqual([])
  expect(told({ on: "2026-06-03" }, { at: "2026-06-03T12:00:00.000Z" })).toEqual(["on: 2026-06-02 -> 2026-06-03"])
  expect(told({}, {}, ["name", "amount"])).toEqual(["amount: 100 -> (blank)"])
  expect(told({}, {})).toEqual([])
})

test("a row is told as people read it, without what stands for another row or for nothing", () => {
  const deals: ComparedTable = {
    columns: { ...table.columns, partner_id: "uuid", amount: "bigint", currency: "text", note: "text" },
    again: {
      called: "name",
      sameBy: ["partner_id", "name", "note"],
      corrects: [
        { field: "partner", columns: ["partner_id"] },
        { field: "name", columns: ["name"] },
        {
          ...{ field: "amount", columns: ["amount", "currency"] },
          shows: ({ amount, currency }) => `${Number(amount) / 100} ${currency}`,
        },
        { field: "on", columns: ["at"] },
      ],
    },
  }
  const row = { ...stored, partner_id: "p-1", amount: 300_000, currency: "EUR" }
  expect(rowInWords(deals, row, dayOf)).toBe("Rollout | 3000 EUR | 2026-06-02")
  const bare = { name: "Rollout", amount: null, currency: null, note: "Rollout" }
  expect(rowInWords(deals, bare, dayOf)).toBe("Rollout")
})

const difference: Difference = {
  corrects: { field: "amount", columns: ["amount"] },
  isBlank: false,
  old: "1",
  next: "2",
}
const standing = { called: "Rollout", isEdited: false, may: true }

test.each([
  ["nobody chose", difference, standing, {}, false, "row-differs:amount"],
  ["update", difference, standing, { "row-differs:amount": "update" }, true, "row-differs:amount"],
  ["keep", difference, standing, { "row-differs:amount": "keep" }, false, "row-differs:amount"],
  [
    "edited",
    difference,
    { ...standing, isEdited: true },
    { "row-differs:amount": "update" },
    false,
    "edited-here:amount",
  ],
  [
    "edited, theirs",
    difference,
    { ...standing, isEdited: true },
    { "edited-here:amount": "update" },
    true,
    "edited-here:amount",
  ],
  [
    "forbidden",
    difference,
    { ...standing, may: false },
    { "row-differs:amount": "update" },
    false,
    "change-not-allowed:amount",
  ],
  [
    "blank",
    { ...difference, isBlank: true },
    standing,
    { "row-differs:amount": "update" },
    false,
    "blank-erases:amount",
  ],
  [
    "blank, asked",
    { ...difference, isBlank: true },
    standing,
    { "blank-erases:amount": "erase" },
    true,
    "blank-erases:amount",
  ],
] as const)("%s", (_, differs, stands, answers, isChanged, key) => {
  const remarks = remarksWith(answers)
  expect(settleDifference(remarks, differs, stands)).toBe(isChanged)
  expect(remarks.all().map((remark) => remark.key)).toEqual([key])
})

test("an empty cell takes nothing that a person has changed since, even where empty cells erase", () => {
  const remarks = remarksWith({ "blank-erases:amount": "erase" })
  expect(settleDifference(remarks, { ...difference, isBlank: true }, { ...standing, isEdited: true })).toBe(false)
  expect(remarks.all().map(({ key }) => key)).toEqual(["blank-erases:amount", "edited-here:amount"])
})

test("the last who changed a column is whose it is", () => {
  const edits = { moved: ["state"], changed: "compared" } as const
  const moved = (isByPerson: boolean) => ({ kind: "moved", payload: {}, isByPerson })
  expect([...editedColumns(edits, [moved(true)])]).toEqual(["state"])
  expect([...editedColumns(edits, [moved(true), moved(false)])]).toEqual([])
  const payload = {
    before: { tier: "Gold", ownerId: null, name: "x" },
    after: { tier: "Silver", ownerId: "m", name: "x" },
  }
  expect([...editedColumns(edits, [{ kind: "changed", payload, isByPerson: true }])]).toEqual(["tier", "owner_id"])
})

test("what an import set is taken back where it still stands", () => {
  const change = { id: "1", before: { name: "A", amount: 1 }, after: { name: "B", amount: 2 } }
  expect(takenBack(table, change, { name: "B", amount: 2 })).toEqual({ set: { name: "A", amount: 1 }, kept: [] })
  expect(takenBack(table, change, { name: "C", amount: 2 })).toEqual({ set: { amount: 1 }, kept: ["name"] })
})

test("what belongs together is taken back together or stays, and nothing becomes what it cannot be", () => {
  const terms: ComparedTable = {
    columns: { amount: "bigint", currency: "text", state: "text", closed: "date", starts: "date", ends: "date" },
    again: {
      called: "state",
      corrects: [
        { field: "amount", columns: ["amount", "currency"] },
        { field: "state", columns: ["state"], along: () => ({ closed: null }) },
        { field: "starts_on", columns: ["starts"] },
        { field: "ends_on", columns: ["ends"] },
      ],
      isSound: ({ starts, ends }) => ends === undefined || String(starts) <= String(ends),
    },
  }
  const price = { id: "1", before: { amount: 10, currency: "EUR" }, after: { amount: 12, currency: "USD" } }
  const dearer = { amount: 13, currency: "USD" }
  expect(takenBack(terms, price, dearer)).toEqual({ set: {}, kept: ["amount", "currency"] })
  expect(takenBack(terms, price, price.after)).toEqual({ set: price.before, kept: [] })
  const moved = { id: "1", before: { state: "ended", closed: "2024-01-01" }, after: { state: "active", closed: null } }
  expect(takenBack(terms, moved, { state: "paused", closed: null }).set).toEqual({})
  expect(takenBack(terms, moved, { state: "active", closed: null }).set).toEqual(moved.before)
  const earlier = { starts: "2024-01-01", ends: "2027-01-01" }
  const term = { id: "1", before: { starts: "2025-06-01", ends: "2026-06-01" }, after: earlier }
  expect(takenBack(terms, term, { ...earlier, ends: "2024-12-31" })).toEqual({ set: {}, kept: ["starts", "ends"] })
  expect(takenBack(terms, term, { ...earlier, ends: "2025-12-31" })).toEqual({
    set: { starts: "2025-06-01" },
    kept: ["ends"],
  })
})

test("rows without an id meet as many as are recorded, those that are the same first", () => {
  const row = (amount: number, name = "Rollout") => ({ ...stored, name, amount })
  const waiting = [row(1), row(100), row(100), row(100, "Pilot")].map((each) => ({ row: each }))
  const { met, fresh } = meetRows(table, waiting, [row(100), row(7)])
  expect(met.map(({ waiting: { row: said }, stored: here, isSame }) => [said.amount, here["amount"], isSame])).toEqual([
    ...[
      [100, 100, true],
      [1, 7, false],
    ],
  ])
  expect(fresh.map(({ row: { name, amount } }) => [name, amount])).toEqual([
    ["Rollout", 100],
    ["Pilot", 100],
  ])
})

test("what counts together with rows that a file records is recorded with them: of each day that is concerned, what its latest file brought", () => {
  const days: ComparedTable = {
    columns: { partner: "text", on: "date", value: "bigint" },
    again: { called: "partner", corrects: [], sameBy: ["partner", "on"], together: ["partner", "on"] },
  }
  const row = (partner: string, on: string, value: number) => ({ partner, on, value })
  const stored = [
    { values: row("A", "2026-01-05", 1), importId: "one" },
    { values: row("A", "2026-01-05", 2), importId: "two" },
    { values: row("A", "2026-01-05", 5), importId: "two" },
    { values: row("A", "2026-01-06", 7), importId: "two" },
    { values: row("B", "2026-01-05", 9), importId: "two" },
  ]
  const beside = countedTogether(days, [row("A", "2026-01-05", 3)], stored)
  expect(beside.map(({ values }) => values["value"])).toEqual([2, 5])
  expect(countedTogether(days, [], stored)).toEqual([])
  expect(countedTogether(table, [row("A", "2026-01-05", 3)], stored)).toEqual([])
})
