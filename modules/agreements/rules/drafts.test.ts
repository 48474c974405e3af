import { expect, test } from "vitest"
import { changesBetween, countChanges, decideFirstDay, decideStillFits } from "./changes.ts"
import type { Content } from "./content.ts"
import {
  decideDraftEdit,
  decideMove,
  decideReadings,
  decideReviewed,
  decideSigning,
  decideValidFrom,
  draftStates,
  signingOf,
} from "./drafts.ts"

const today = "2026-03-10"
const signed = { hostSigner: "Ada", partnerSigner: "Kim", signedOn: "2026-03-10" }

test("what may follow what: a draft is reviewed before it holds, and what holds or is withdrawn stays so", () => {
  const may = (state: (typeof draftStates)[number]) => draftStates.filter((to) => decideMove({ state }, to) === true)
  expect(Object.fromEntries(draftStates.map((state) => [state, may(state)]))).toEqual({
    draft: ["in_review", "withdrawn"],
    in_review: ["draft", "agreed", "in_force", "withdrawn"],
    agreed: ["in_force", "withdrawn"],
    in_force: [],
    withdrawn: [],
  })
  expect(draftStates.filter((state) => decideDraftEdit({ state }) === true)).toEqual(["draft"])
  expect(draftStates.filter((state) => decideReviewed({ state }) === true)).toEqual(["in_review"])
})

test("signed by both on a day, in part, or not on file", () => {
  expect([
    signingOf(signed),
    signingOf({ ...signed, partnerSigner: null }),
    signingOf({ signedOn: today }),
    signingOf({}),
  ]).toEqual([...["signed", "in_part", "in_part", "not_on_file"]])
})

test("only a first version is taken over unsigned, and only when that is said; a correction needs none", () => {
  expect(decideSigning("first", signed, today)).toBe(true)
  expect(decideSigning("first", { ...signed, signedOn: "2026-03-11" }, today)).toMatchObject({
    refusal: "not-yet-signed",
  })
  expect(decideSigning("first", {}, today)).toMatchObject({
    refusal: "signature-needed",
    detail: { field: "hostSigner" },
  })
  expect(decideSigning("first", { takenOver: true }, today)).toBe(true)
  expect(decideSigning("change", { takenOver: true }, today)).toMatchObject({ refusal: "signature-needed" })
  expect(decideSigning("change", { ...signed, hostSigner: "" }, today)).toMatchObject({
    detail: { field: "hostSigner" },
  })
  expect(decideSigning("correction", {}, today)).toBe(true)
  expect(decideSigning("correction", { signedOn: "2027-01-01" }, today)).toMatchObject({ refusal: "not-yet-signed" })
})

test("a change names a day of the term, its first and last included; a correction names none", () => {
  const term = { startsOn: "2026-01-01", endsOn: "2026-12-31" }
  expect(decideValidFrom("change", "2026-01-01", term)).toBe(true)
  expect(decideValidFrom("change", "2026-12-31", term)).toBe(true)
  expect(decideValidFrom("change", "2027-06-01", { ...term, endsOn: null })).toBe(true)
  expect(decideValidFrom("change", "2025-12-31", term)).toMatchObject({ refusal: "outside-term" })
  expect(decideValidFrom("change", "2027-01-01", term)).toMatchObject({ refusal: "outside-term" })
  expect(decideValidFrom("change", null, term)).toMatchObject({ refusal: "valid-from-expected" })
  expect(decideValidFrom("correction", "2026-02-01", term)).toMatchObject({ refusal: "valid-from-expected" })
  expect(decideValidFrom("correction", undefined, term)).toBe(true)
})

type Goal = Content["objectives"][number]
const goal = (id: string | undefined, target: number, more: Partial<Goal> = {}): Goal => ({
  ...{ id, target, title: "Revenue", category: "revenue", metric: "revenue", unit: "EUR", ramp: "linear", weight: 1 },
  ...more,
})
const holding = (...objectives: Goal[]): Content => ({
  ...{ title: "Frame", startsOn: "2026-01-01", autoRenews: false, objectives, commitments: [] },
})

test("a change says how a new figure of what adds up is meant; the first that does not is named", () => {
  const asked = (kind: "first" | "correction" | "change", held: Content | null, ...after: Goal[]) =>
    decideReadings(kind, held, { objectives: after })
  const held = holding(goal("a", 100), goal("b", 200))
  const named = (index: number) => ({
    refusal: "reading-expected",
    detail: { field: `objectives.${index}.reading` },
  })
  expect(asked("change", held, goal("a", 150), goal("b", 200))).toMatchObject(named(0))
  expect(asked("change", held, goal("a", 100), goal("b", 250))).toMatchObject(named(1))
  expect(asked("change", held, goal("b", 250), goal("a", 150, { reading: "rate" }))).toMatchObject(named(0))
  expect(asked("change", held, goal("a", 150, { reading: "rate" }), goal("b", 250, { reading: "total" }))).toBe(true)
  expect(asked("change", held, goal("a", 100), goal("b", 200))).toBe(true)
  // Another goal, a line that nobody gave an id, and a level, whose figure can be meant in one way only.
  expect(asked("change", held, goal("a", 150, { metric: "leads", unit: "leads" }))).toBe(true)
  expect(asked("change", holding(goal(undefined, 100)), goal(undefined, 150))).toBe(true)
  const satisfied = { metric: "satisfaction", unit: "%" }
  expect(asked("change", holding(goal("a", 60, satisfied)), goal("a", 70, satisfied))).toBe(true)
  expect(asked("correction", held, goal("a", 150))).toBe(true)
  expect(asked("first", null, goal("a", 150))).toBe(true)
})

test("how a figure is read says something of a new figure only", () => {
  const between = (before: object, after: object) =>
    changesBetween(
      { objectives: [{ id: "o", ...before }], commitments: [] },
      { objectives: [{ id: "o", ...after }], commitments: [] },
    ).objectives.changed.flatMap(({ fields }) => fields.map(({ field }) => field))
  expect(between({ target: 100, reading: "rate" }, { target: 100, reading: "total" })).toEqual([])
  expect(between({ target: 100, reading: "rate" }, { target: 150, reading: "total" })).toEqual(["target", "reading"])
})

const base = {
  title: "Frame",
  endsOn: "2026-12-31",
  objectives: [{ id: "o", title: "Revenue" }],
  commitments: [
    { id: "a", title: "reports" },
    { id: "b", title: "pays", amount: 5 },
  ],
}

test("what an amendment changes: fields, and lines by their id, in whatever order", () => {
  const after = {
    ...base,
    endsOn: "2027-12-31",
    commitments: [{ title: "new" }, { id: "b", title: "pays", amount: 6 }],
  }
  const changes = changesBetween(base as typeof after, after)
  expect(changes.term).toEqual([{ field: "endsOn", before: "2026-12-31", after: "2027-12-31" }])
  expect(changes.commitments).toMatchObject({
    added: [{ title: "new" }],
    removed: [{ id: "a" }],
    changed: [{ fields: [{ field: "amount", before: 5, after: 6 }] }],
  })
  expect(countChanges(changes)).toBe(4)
  expect(countChanges(changesBetween(base, { ...base, commitments: base.commitments.toReversed() }))).toBe(0)
})

test("a line with an id that the agreement does not have is a new one, and none is lost", () => {
  const after = { ...base, commitments: [...base.commitments, { id: "elsewhere", title: "new" }, { title: "newer" }] }
  expect(changesBetween(base as typeof after, after).commitments).toEqual({
    ...{ added: [{ id: "elsewhere", title: "new" }, { title: "newer" }], removed: [], changed: [] },
  })
})

test("lines that nobody gave an id are told apart by nothing: what was goes, what is comes", () => {
  const held = { objectives: [], commitments: [{ title: "old" }] }
  expect(changesBetween(held, { objectives: [], commitments: [{ title: "new" }] }).commitments).toEqual({
    ...{ added: [{ title: "new" }], removed: [{ title: "old" }], changed: [] },
  })
})

test("what somebody else changed meanwhile is not written over; what they left is", () => {
  const wanted = changesBetween(base, { ...base, endsOn: "2027-12-31", commitments: base.commitments.slice(1) })
  const meanwhile = (more: object) => changesBetween(base, { ...base, ...more })
  expect(decideStillFits(wanted, meanwhile({ title: "Other" }))).toBe(true)
  expect(decideStillFits(wanted, meanwhile({ endsOn: "2026-06-30" }))).toMatchObject({ detail: { field: "endsOn" } })
  const renamed = [{ id: "a", title: "tells" }, ...base.commitments.slice(1)]
  expect(decideStillFits(wanted, meanwhile({ commitments: renamed }))).toMatchObject({ refusal: "amended-meanwhile" })
})

test("only a correction moves the first day", () => {
  const held = { ...base, startsOn: "2026-01-01" }
  const changes = changesBetween(held, { ...held, startsOn: "2026-02-01" })
  expect(decideFirstDay("change", changes)).toMatchObject({ refusal: "first-day-corrected" })
  expect(decideFirstDay("correction", changes)).toBe(true)
  expect(decideFirstDay("change", changesBetween(held, held))).toBe(true)
  expect(decideFirstDay("change", changesBetween(held, { ...held, endsOn: "2027-12-31" }))).toBe(true)
})
