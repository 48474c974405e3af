import { expect, test } from "vitest"
import { planOf, spanOf } from "./plan.ts"

const spansFrom = (today: string, days: readonly string[]) => days.map((on) => spanOf(on, today))

test("a day is today, tomorrow, this week, next week, within two weeks or later; on a Sunday tomorrow is next week's Monday", () => {
  const wednesday = "2026-11-25"
  expect(
    spansFrom(wednesday, [
      ...["2026-11-01", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-29"],
      ...["2026-11-30", "2026-12-06", "2026-12-07", "2026-12-09", "2026-12-10"],
    ]),
  ).toEqual(["today", "today", "tomorrow", "week", "week", "nextWeek", "nextWeek", "after", "after", "later"])
  expect(spansFrom("2026-11-29", ["2026-11-30", "2026-12-01", "2026-12-06", "2026-12-07", "2026-12-13"])).toEqual([
    ...["tomorrow", "nextWeek", "nextWeek", "after", "after"],
  ])
  expect(spanOf(null, wednesday)).toBe("today")
})

test("nothing is lost, ours comes first today, and later days follow each other", () => {
  const entry = (id: string, on: string | null, order: number) => ({ id, on, order })
  const all = [
    ...[entry("a", "2026-11-20", 20), entry("b", "2026-11-25", 10), entry("c", null, 5)],
    ...[entry("d", "2026-12-03", 10), entry("e", "2026-12-01", 20), entry("f", "2026-12-01", 10)],
  ]
  const plan = planOf(all, "2026-11-25")
  expect([...plan.values()].flat()).toHaveLength(all.length)
  expect(plan.get("today")?.map(({ id }) => id)).toEqual(["c", "b", "a"])
  expect(plan.get("nextWeek")?.map(({ id }) => id)).toEqual(["f", "e", "d"])
})
