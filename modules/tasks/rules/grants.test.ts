import { expect, test } from "vitest"
import { type Grant, keptClosedBy } from "./grants.ts"
import type { TaskState } from "./states.ts"

const registration: Grant = { opens: "deal_registration" }
const step = (id: string, state: TaskState, ...grants: Grant[]) => ({ id, title: id, state, grants })
const keeping = (...steps: ReturnType<typeof step>[]) =>
  keptClosedBy("deal_registration", steps).map(({ title }) => title)

test("what no step opens is open; what one opens is closed until it is done", () => {
  expect(keeping()).toEqual([])
  expect(
    keeping(step("a", "open"), step("b", "open", { opens: "resource", name: "Kit", link: "https://a.example" })),
  ).toEqual([])
  expect(keeping(step("a", "open"), step("b", "open", registration))).toEqual(["b"])
  expect(keeping(step("a", "open"), step("b", "done", registration))).toEqual([])
})

test("a step that was left out opens nothing, and one of several that is done is enough", () => {
  expect(keeping(step("a", "skipped", registration))).toEqual(["a"])
  expect(keeping(step("a", "skipped", registration), step("b", "open", registration))).toEqual(["a", "b"])
  expect(keeping(step("a", "skipped", registration), step("b", "done", registration))).toEqual([])
})
