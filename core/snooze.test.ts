import { expect, test } from "vitest"
import { maySnoozeUntil } from "./snooze.ts"

test("something is put off until a day ahead, a year at most", () => {
  const until = (day: string) => maySnoozeUntil(day, "2026-03-01")
  expect(["2026-02-28", "2026-03-01", "2027-03-02"].map(until)).toEqual([false, false, false])
  expect(["2026-03-02", "2027-03-01"].map(until)).toEqual([true, true])
})
