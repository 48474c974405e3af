import { expect, test } from "vitest"
import { decideClauses, endWithClause, goneWithClause, heldByClauses } from "./clauses.ts"
import type { Content } from "./content.ts"

const line = (title: string, clauseKey?: string, more: object = {}) => ({ title, clauseKey, weight: 1, ...more })
const content = {
  ...{ title: "Frame", startsOn: "2027-01-01", autoRenews: false },
  objectives: [line("Revenue", "k2"), line("Pipeline")],
  commitments: [line("Answer", "k6"), line("Train"), line("Report", "k2")],
} as unknown as Content
const titles = ({ objectives, commitments }: Content) => [...objectives, ...commitments].map(({ title }) => title)

test("what names a clause stands and falls with it; what names none, and all where there are no words, stands", () => {
  expect(titles(heldByClauses(content, ["k2"]))).toEqual(["Revenue", "Pipeline", "Train", "Report"])
  expect(titles(heldByClauses(content, ["k6"]))).toEqual(["Pipeline", "Answer", "Train"])
  expect(titles(heldByClauses(content, []))).toEqual(["Pipeline", "Train"])
  for (const none of [null, undefined]) expect(heldByClauses(content, none)).toEqual(content)
  expect(goneWithClause(content, ["k6"])).toEqual([
    { at: "objectives", title: "Revenue" },
    { at: "commitments", title: "Report" },
  ])
  expect(goneWithClause(content, ["k2"])).toEqual([{ at: "commitments", title: "Answer" }])
  expect(goneWithClause(content, null)).toEqual([])
})

test("a line names a clause that is there, or one that it named before; the first other one is refused by its place", () => {
  expect(decideClauses(content, null, ["k2", "k6"])).toBe(true)
  expect(decideClauses(content, null, ["k2"])).toEqual({
    ...{ refusal: "no-such-clause", detail: { field: "commitments.0.clauseKey" } },
  })
  expect(decideClauses(content, null, ["k6"])).toMatchObject({ detail: { field: "objectives.0.clauseKey" } })
  expect(decideClauses(content, null, null)).toMatchObject({ refusal: "no-such-clause" })
  expect(decideClauses(content, content, null)).toBe(true)
  const before = { objectives: [line("Was", "k6")], commitments: [] }
  expect(decideClauses(content, before, ["k2"])).toBe(true)
  expect(decideClauses({ objectives: [line("None")], commitments: [] }, null, null)).toBe(true)
})

const change = {
  ...{ kind: "change" as const, validFrom: "2027-07-01" },
  base: { objectives: [line("Revenue", "k2", { id: "g" })], commitments: [line("Answer", "k6", { id: "p" })] },
}
const ended = (amending: Parameters<typeof endWithClause>[0], more: object = {}, today = "2027-05-02") =>
  endWithClause(amending, { title: "Answer", id: "p", ...more }, today)

test("scenario 17: what holds already ends on the day before the change, and earlier only where it ends by itself", () => {
  expect(ended(change)).toEqual({ isStanding: true, endsOn: "2027-06-30" })
  expect(ended(change, { id: "g" })).toEqual({ isStanding: true, endsOn: "2027-06-30" })
  expect(ended(change, { endsOn: "2027-12-31" })).toEqual({ isStanding: true, endsOn: "2027-06-30" })
  expect(ended(change, { endsOn: "2027-06-30" })).toEqual({ isStanding: true, endsOn: "2027-06-30" })
  expect(ended(change, { endsOn: "2027-05-31" })).toEqual({ isStanding: true, endsOn: "2027-05-31" })
  expect(ended(change, {}, "2027-06-30")).toEqual({ isStanding: true, endsOn: "2027-06-30" })
})

test("no day is known where the change's own has come, or of a correction; what is new in the draft never holds", () => {
  expect(ended(change, {}, "2027-07-01")).toEqual({ isStanding: true, endsOn: null })
  expect(ended({ ...change, validFrom: null })).toEqual({ isStanding: true, endsOn: null })
  expect(ended({ ...change, kind: "correction" })).toEqual({ isStanding: true, endsOn: null })
  expect(ended(change, { id: "other" })).toEqual({ isStanding: false, endsOn: null })
  expect(ended(change, { id: undefined })).toEqual({ isStanding: false, endsOn: null })
  expect(ended({ ...change, base: null })).toEqual({ isStanding: false, endsOn: null })
})
