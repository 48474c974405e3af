import fc from "fast-check"
import { expect, test } from "vitest"
import { circleOf } from "./circle.ts"
import {
  decideChangeable,
  decideDone,
  decideOrder,
  decideReopen,
  decideSkip,
  heldUpBy,
  isDueSoon,
  isOverdue,
  type Task,
} from "./decide.ts"

const today = "2026-12-10"
const task = (id: string, more: Partial<Task> = {}): Task => ({
  ...{ id, title: id, state: "open", privateTo: null, partyId: "host", dueOn: null, closedOn: null },
  ...{ waitsFor: [], isOptional: false, needsEvidence: false, ...more },
})
const [content, launch] = [task("content", { isOptional: true }), task("launch", { waitsFor: ["content"] })]

test("a task is done once everything it waits for is done or skipped, and not before", () => {
  const done = (known: readonly Task[]) => decideDone(launch, { doneOn: today, today, known, hasEvidence: false })
  expect(done([content, launch])).toMatchObject({ refusal: "waits-for", detail: { names: ["content"] } })
  expect(done([{ ...content, state: "skipped" }, launch])).toEqual({ state: "done", closedOn: today })
  expect(done([{ ...content, state: "done" }, launch])).toEqual({ state: "done", closedOn: today })
})

test("what asks for evidence is done with some, and left out without", () => {
  const asked = task("asked", { needsEvidence: true })
  const done = (hasEvidence: boolean) => decideDone(asked, { doneOn: today, today, known: [asked], hasEvidence })
  expect(done(false)).toMatchObject({ refusal: "task-evidence-needed", detail: { field: "note" } })
  expect(done(true)).toEqual({ state: "done", closedOn: today })
  expect(decideSkip(asked, today)).toEqual({ state: "skipped", closedOn: today })
})

test("nothing is done twice or tomorrow, and what is closed is not changed", () => {
  const known = [content]
  expect(decideDone(content, { doneOn: "2026-12-11", today, known, hasEvidence: false })).toMatchObject({
    refusal: "done-in-future",
  })
  const closed = { ...content, state: "done" } as const
  expect(decideDone(closed, { doneOn: today, today, known, hasEvidence: false })).toMatchObject({
    refusal: "task-closed",
  })
  expect(decideSkip(closed, today)).toMatchObject({ refusal: "task-closed" })
  expect(decideChangeable(closed)).toMatchObject({ refusal: "task-closed" })
  expect([decideSkip(content, today), decideChangeable(content)]).toEqual([{ state: "skipped", closedOn: today }, true])
})

test("a task is opened again unless something that waited for it is done", () => {
  const done = { ...content, state: "done" } as const
  expect(decideReopen(content, [])).toMatchObject({ refusal: "task-open" })
  expect(decideReopen(done, [done, launch])).toBe(true)
  expect(decideReopen(done, [done, { ...launch, state: "done" }])).toMatchObject({
    refusal: "others-went-on",
    detail: { names: ["launch"] },
  })
})

test("a circle is refused, and named in its order", () => {
  const all = [content, launch, task("report", { waitsFor: ["launch"] })]
  const order = { id: "content", privateTo: null, waitsFor: ["report"], follows: null }
  expect(decideOrder(order, all)).toEqual({
    refusal: "goes-in-circles",
    detail: { names: "content → report → launch → content" },
  })
  expect(decideOrder({ ...order, waitsFor: ["content"] }, all)).toMatchObject({ refusal: "goes-in-circles" })
  expect(decideOrder({ ...order, id: "report", waitsFor: ["content"] }, all)).toBe(true)
})

test("a circle is found exactly where following the order comes back", () => {
  const graph = fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }), { minLength: 7, maxLength: 7 })
  fc.assert(
    fc.property(graph, fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }), (edges, wanted) => {
      const tasks = edges.map((waits, id) => ({ id: String(id), waitsFor: waits.map(String) }))
      // Every task that can be reached, by looking until nothing new is found.
      const reached = new Set(wanted.map(String))
      for (let size = -1; size !== reached.size; ) {
        size = reached.size
        for (const id of [...reached])
          for (const next of tasks[Number(id)]?.waitsFor ?? []) if (id !== "0") reached.add(next)
      }
      const circle = circleOf(tasks, "0", wanted.map(String))
      expect(circle !== undefined).toBe(reached.has("0"))
      for (const [at, id] of (circle ?? []).entries()) {
        const next = circle?.[at + 1] ?? "0"
        expect(at === 0 ? wanted.map(String) : tasks[Number(id)]?.waitsFor).toContain(next)
      }
    }),
  )
})

test("a task waits only for what all its readers see, and its day follows only a task of the same readers", () => {
  const own = task("own", { privateTo: "host" })
  const theirs = task("theirs", { privateTo: "company" })
  const known = [content, own, theirs]
  const order = (privateTo: string | null, waitsFor: readonly string[], follows: string | null = null) =>
    decideOrder({ id: "new", privateTo, waitsFor, follows }, known)
  expect(order(null, ["content"], "content")).toBe(true)
  expect(order("host", ["content", "own"], "own")).toBe(true)
  expect(order(null, ["own"])).toMatchObject({ refusal: "kept-private-from-it" })
  expect(order("host", ["theirs"])).toMatchObject({ refusal: "kept-private-from-it" })
  expect(order("host", ["content"], "content")).toMatchObject({ refusal: "kept-private-from-it" })
  expect(order(null, ["elsewhere"])).toMatchObject({ refusal: "no-such-task" })
})

test("whoever waits is neither overdue nor due soon", () => {
  const due = task("due", { dueOn: "2026-12-09" })
  expect([isOverdue(due, false, today), isOverdue(due, true, today)]).toEqual([true, false])
  expect(isOverdue({ ...due, dueOn: today }, false, today)).toBe(false)
  expect(isOverdue({ ...due, state: "done" }, false, today)).toBe(false)
  expect(
    ["2026-12-09", today, "2026-12-12", "2026-12-13"].map((dueOn) => isDueSoon({ ...due, dueOn }, false, today)),
  ).toEqual([...[false, true, true, false]])
  expect(isDueSoon({ ...due, dueOn: today }, true, today)).toBe(false)
  expect(heldUpBy(launch, [content]).map(({ id }) => id)).toEqual(["content"])
})
