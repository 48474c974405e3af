import { expect, test } from "vitest"
import { catalogue, findSignal, inferSignal } from "./rules.ts"

test("keys are unique and found", () => {
  expect(new Set(catalogue.map(({ key }) => key)).size).toBe(catalogue.length)
  expect(findSignal("payout_days_late")).toMatchObject({ kind: "latency", side: "host", worse: "higher" })
  expect(findSignal("contributions")).toBeUndefined()
})

test.each([
  ["contributions", [0, 3, Number.NaN], "count", "lower"],
  ["first_reply_hours", [1.5, 3], "latency", "higher"],
  ["win_share", [0.2, 0.31], "proportion", "lower"],
  ["margin", [12.5, 900.1], "amount", "lower"],
  ["support_errors", [3, 4], "count", "higher"],
  ["net_score", [-3.5, 4], "level", "lower"],
])("%s is read off its name and numbers", (key, values, kind, worse) => {
  expect(inferSignal(key, values, "both")).toMatchObject({ kind, worse, side: "both" })
})
