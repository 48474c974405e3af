import fc from "fast-check"
import { expect, test } from "vitest"
import { isRefusal } from "#core/refusal"
import { findSignal } from "#rules/metrics"
import { decideMove, decideParty, isLive, moveVisibility, partnershipTypes, stageMoves, stages } from "./rules.ts"
import { templateOf } from "./templates.ts"

test("exactly the listed moves are allowed, once a reason is given", () => {
  const stage = fc.constantFrom(...stages)
  fc.assert(
    fc.property(stage, stage, (from, to) => {
      expect(isRefusal(decideMove({ from, to, reason: "because" }))).toBe(!stageMoves[from].includes(to))
    }),
  )
})

test("ending, pausing and declining need a reason; going on does not", () => {
  expect(decideMove({ from: "active", to: "ended" })).toMatchObject({ refusal: "reason-needed" })
  expect(decideMove({ from: "active", to: "renewing" })).toBe("renewing")
})

test("what happens before an agreement stays on the host's side", () => {
  expect(moveVisibility({ from: "qualifying", to: "declined" })).toBe("host")
  expect(moveVisibility({ from: "negotiating", to: "onboarding" })).toBe("shared")
  expect(moveVisibility({ from: "active", to: "ended" })).toBe("shared")
})

test("what ended or was declined is over; what is paused is not", () => {
  expect(stages.filter((stage) => !isLive(stage))).toEqual(["ended", "declined"])
})

test("only a consortium has further parties", () => {
  expect(partnershipTypes.filter((type) => decideParty(type) === true)).toEqual(["consortium"])
})

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
    expect(each.title).not.toMatch(/undefined/)
  }
})
