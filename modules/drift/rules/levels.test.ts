import { expect, test } from "vitest"
import { levelOf } from "./levels.ts"

test("a level is told in the unit people think in", () => {
  expect(levelOf({ signal: "revenue" }, 2280)).toEqual({ unit: "money", amount: 2280, isWeekly: true })
  expect(levelOf({ signal: "pipeline_amount" }, 9e5)).toEqual({ unit: "money", amount: 9e5, isWeekly: false })
  expect(levelOf({ signal: "governance_meetings_held" }, 0.23)).toEqual({ unit: "rate", count: 1, per: "month" })
  expect(levelOf({ signal: "registrations" }, 0)).toEqual({ unit: "none" })
  expect(levelOf({ signal: "host_answer_hours" }, 37)).toEqual({ unit: "hours", count: 37 })
  expect(levelOf({ signal: "host_answer_hours" }, 174)).toEqual({ unit: "days", count: 7.25 })
  expect(levelOf({ signal: "payout_days_late" }, 12)).toEqual({ unit: "days", count: 12 })
  expect(levelOf({ signal: "sponsor_vacant_days_host" }, 7)).toEqual({ unit: "days-a-week", count: 7 })
  expect(levelOf({ signal: "integration_error_rate" }, 0.04)).toEqual({ unit: "share", share: 0.04 })
  expect(levelOf({ signal: "certified_people" }, 12)).toEqual({ unit: "number", count: 12 })
  expect(levelOf({ signal: "revenue" }, null)).toBeNull()
})

test("whole numbers of a signal that nobody defined may be a stock: they are no how often", () => {
  expect(levelOf({ signal: "seats", kind: "count" }, 300)).toEqual({ unit: "number", count: 300 })
  expect(levelOf({ signal: "api_latency_p95", kind: "latency" }, 300)).toEqual({ unit: "number", count: 300 })
})
