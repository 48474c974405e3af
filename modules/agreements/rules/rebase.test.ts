import { expect, test } from "vitest"
import type { Content } from "./content.ts"
import { decideUpToDate, rebased, renamed } from "./rebase.ts"

const goal = {
  id: "g",
  category: "revenue",
  metric: "revenue",
  title: "Revenue",
  unit: "EUR",
  ramp: "linear",
  weight: 1,
}
const promise = { id: "p", owedBy: "host", title: "Answer", measure: "within_hours", cadence: "once", withinHours: 48 }
const held = (more: object = {}, target = 1_200, hours = 48): Content =>
  ({
    ...{ title: "Frame", startsOn: "2027-01-01", endsOn: "2027-12-31", noticeDays: 90, autoRenews: false },
    objectives: [{ ...goal, target }],
    commitments: [{ ...promise, withinHours: hours, windowDays: 7, evidenceNeeded: "any", weight: 1 }],
    ...more,
  }) as Content

test("what the amendment leaves follows the agreement, and what it changes stays", () => {
  const { content, collisions } = rebased(held(), held({}, 1_500), held({ noticeDays: 60 }, 1_200, 24))
  expect(content).toEqual(held({ noticeDays: 60 }, 1_500, 24))
  expect(collisions).toEqual([])
})

test("what both changed is named, and the amendment's own word stands; the same change is none", () => {
  const { content, collisions } = rebased(held(), held({}, 1_500), held({}, 1_400))
  expect(content).toEqual(held({}, 1_500))
  expect(collisions).toEqual([{ at: "Revenue", field: "target", theirs: 1_400, ours: 1_500 }])
  expect(rebased(held(), held({}, 1_500), held({}, 1_500)).collisions).toEqual([])
})

test("a line that is gone stays gone, one that came stays, and what is lost by that is named", () => {
  const more = { ...goal, id: "h", title: "Pipeline", target: 5 }
  const [added, gone] = [held({ objectives: [{ ...goal, target: 1_200 }, more] }), held({ objectives: [] })]
  const own = { ...goal, id: undefined, title: "Leads", target: 3 }
  const ours = held({ objectives: [{ ...goal, target: 1_200 }, own] })
  expect(rebased(held(), ours, added).content.objectives.map(({ title }) => title)).toEqual([
    "Revenue",
    "Pipeline",
    "Leads",
  ])
  expect(rebased(held(), held({}, 1_500), gone)).toMatchObject({
    content: { objectives: [] },
    collisions: [{ at: "Revenue", theirs: "removed", ours: "changed" }],
  })
  expect(rebased(held(), gone, held({}, 1_400)).collisions).toMatchObject([{ ours: "removed", theirs: "changed" }])
})

test("an amendment is up to date while nothing changed; a promise whose last day has passed is no change", () => {
  const once = { ...promise, id: "q", endsOn: "2027-03-31", windowDays: 7, evidenceNeeded: "any", weight: 1 }
  const base = held()
  const withOnce = { ...base, commitments: [...base.commitments, once] } as Content
  expect(decideUpToDate(withOnce, base, "2027-04-01")).toBe(true)
  expect(decideUpToDate(withOnce, base, "2027-03-31")).toMatchObject({ refusal: "rebase-first" })
  expect(decideUpToDate(base, held({ title: "Other" }), "2027-04-01")).toMatchObject({ refusal: "rebase-first" })
})

test("what the database gives back in another order of fields is the same", () => {
  const valued = (amountMinor: number) => held({ value: { amountMinor, currency: "EUR" } })
  const kept = held({ value: { currency: "EUR", amountMinor: 5 }, noticeDays: 60 })
  expect(decideUpToDate(held({ value: { currency: "EUR", amountMinor: 5 } }), valued(5), "2027-04-01")).toBe(true)
  const { content, collisions } = rebased(held({ value: { currency: "EUR", amountMinor: 5 } }), valued(7), kept)
  expect(content).toEqual(held({ value: { amountMinor: 7, currency: "EUR" }, noticeDays: 60 }))
  expect(collisions).toEqual([])
})

test("lines go on under their new ids, and nothing else of them changes", () => {
  const now = renamed(held(), new Map([["g", "g2"]]))
  expect(now.objectives[0]).toEqual({ ...held().objectives[0], id: "g2" })
  expect(now.commitments).toEqual(held().commitments)
})
