import { expect, test } from "vitest"
import { findSignal } from "#rules/metrics"
import { partnershipTypes } from "#rules/partnerships"
import { templateOf } from "./templates.ts"

test.each(partnershipTypes)("the template of %s binds both sides, has goals, and watches known signals", (type) => {
  const template = templateOf(type)
  expect(template.type).toBe(type)
  for (const side of ["host", "partner"]) {
    expect(template.commitments.filter(({ owedBy }) => owedBy === side).length).toBeGreaterThanOrEqual(3)
  }
  expect(template.objectives.length).toBeGreaterThanOrEqual(2)
  const keys = [...template.commitments, ...template.objectives].map(({ key }) => key)
  expect(new Set(template.commitments.map(({ key }) => key)).size).toBe(template.commitments.length)
  expect(keys).not.toContain("")
  expect(template.signals.length).toBeGreaterThanOrEqual(5)
  for (const signal of template.signals) expect(findSignal(signal), signal).toBeDefined()
  for (const each of template.commitments) {
    expect(each.measure === "within_hours", each.key).toBe(each.withinHours !== undefined)
    expect(each.measure === "done_by_date", each.key).toBe(each.dueAfterDays !== undefined)
  }
})
