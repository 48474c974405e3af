import { expect, test } from "vitest"
import { weekday } from "#core/time"
import { findSignal } from "#rules/metrics"
import { partnershipTypes } from "#rules/partnerships"
import { decideParties, decideTerm, decideTermination, noticeOn } from "./rules.ts"
import { templateOf } from "./templates.ts"

const isWeekday = (date: string) => weekday(date) < 6
const term = { startsOn: "2026-01-01", endsOn: "2026-12-31", noticeDays: 90 }

test("notice can be given until the workday on or before the day it is due: a weekend never makes it late", () => {
  expect(noticeOn(term, isWeekday)).toBe("2026-10-02")
  expect(noticeOn({ ...term, noticeDays: 88 }, isWeekday)).toBe("2026-10-02")
  expect(noticeOn({ ...term, noticeDays: 87 }, isWeekday)).toBe("2026-10-05")
  expect(noticeOn({ ...term, endsOn: null }, isWeekday)).toBeUndefined()
  expect(noticeOn({ ...term, noticeDays: null }, isWeekday)).toBeUndefined()
})

test("the first date that does not fit is named", () => {
  const none = { objectives: [], commitments: [] }
  expect(decideTerm(term, none)).toBe(true)
  expect(decideTerm({ ...term, endsOn: "2025-12-31" }, none)).toMatchObject({ detail: { field: "endsOn" } })
  const late = { startsOn: "2026-03-01", endsOn: "2027-01-01" }
  expect(decideTerm(term, { ...none, commitments: [{ startsOn: "2026-01-01" }, late] })).toMatchObject({
    refusal: "dates-out-of-order",
    detail: { field: "commitments.1.endsOn" },
  })
  const momentary = { startsOn: "2026-03-01", endsOn: "2026-03-01" }
  expect(decideTerm(term, { ...none, objectives: [momentary] })).toMatchObject({
    detail: { field: "objectives.0.endsOn" },
  })
})

test("only what is in force ends, and inside its term", () => {
  const agreement = { state: "in_force", startsOn: "2026-01-01", endsOn: "2026-12-31" } as const
  expect(decideTermination(agreement, "2026-06-30")).toBe(true)
  expect(decideTermination({ ...agreement, state: "amended" }, "2026-06-30")).toBe(true)
  expect(decideTermination(agreement, "2027-01-01")).toMatchObject({ refusal: "outside-term" })
  expect(decideTermination({ ...agreement, state: "expired" }, "2026-06-30")).toMatchObject({ refusal: "not-in-force" })
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
  }
})

test("every line has its party, and the first that leaves it open is named", () => {
  const consortium = { host: "us", companies: ["them", "those"] }
  const ours = { owedBy: "host" as const }
  const theirs = { owedBy: "partner" as const, party: "those" }
  expect(decideParties(consortium, { objectives: [{ party: "them" }, {}], commitments: [ours, theirs] })).toEqual({
    objectives: [{ partyId: "them" }, { partyId: undefined }],
    commitments: [{ partyId: "us" }, { partyId: "those" }],
  })
  expect(decideParties(consortium, { objectives: [], commitments: [ours, { owedBy: "partner" }] })).toEqual({
    refusal: "company-needed",
    detail: { field: "commitments.1.party" },
  })
  expect(decideParties(consortium, { objectives: [{ party: "us" }], commitments: [] })).toEqual({
    refusal: "no-such-party",
    detail: { field: "objectives.0.party" },
  })
})
