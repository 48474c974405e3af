import { expect, test } from "vitest"
import { workdaysOf } from "#platform/business-calendar"
import type { Dated } from "./dating.ts"
import { forecastDays } from "./forecast.ts"

const task = (id: string, more: Partial<Dated> = {}): Dated => ({
  ...{ id, state: "open", closedOn: null, dueOn: null, dating: "after_start", offsetCount: 1, offsetUnit: "workdays" },
  ...{ follows: null, country: null, ...more },
})
const after = (id: string, follows: string, offsetCount: number) =>
  task(id, { dating: "after_task", follows, offsetCount })
const forecast = (today: string, ...tasks: Dated[]) =>
  Object.fromEntries(forecastDays(tasks, () => "2026-12-07", workdaysOf, today))

test("as long as nothing is past its day, the forecast is the plan", () => {
  expect(forecast("2026-12-07", task("a"), after("b", "a", 2))).toEqual({ a: "2026-12-08", b: "2026-12-10" })
})

test("what is past its day is done today at the earliest, and the rest follows; what is done stays", () => {
  const [a, b, c] = [task("a"), after("b", "a", 2), after("c", "b", 1)]
  expect(forecast("2026-12-14", a, b, c)).toEqual({ a: "2026-12-14", b: "2026-12-16", c: "2026-12-17" })
  const done = { ...a, state: "done", closedOn: "2026-12-08", dueOn: "2026-12-08" } as const
  expect(forecast("2026-12-14", done, b, c)).toEqual({ a: "2026-12-08", b: "2026-12-14", c: "2026-12-15" })
  expect(forecast("2026-12-14", task("none", { dating: "none", offsetCount: null, offsetUnit: null }))).toEqual({
    none: null,
  })
})
