import { expect, test } from "vitest"
import {
  decideEdit,
  decideLines,
  decideParties,
  decideSigned,
  decideTerm,
  decideTermination,
  isEndNear,
  isNoticeNear,
  renewalOf,
} from "./term.ts"

const term = { startsOn: "2026-01-01", endsOn: "2026-12-31", noticeDays: 90 }

test("of a renewal it is said that it comes or came, and after which day; never a new end", () => {
  const of = (more: object) =>
    renewalOf(
      { state: "in_force", endsOn: "2026-12-31", autoRenews: true, isNoticeStanding: false, ...more },
      "2026-12-31",
    )
  expect([of({}), of({ endsOn: "2026-12-30" }), of({ endsOn: null }), of({ state: "amended" })]).toEqual([
    ...["renewsAfter", "renewedAfter", "renews", "renewsAfter"],
  ])
  expect(of({ isNoticeStanding: true })).toBe("none")
  expect([of({ autoRenews: false }), of({ state: "terminated" }), of({ state: "expired" })]).toEqual([
    ...["none", "none", "none"],
  ])
})

test("how long notice is was said in one unit, whichever it is", () => {
  const none = { objectives: [], commitments: [] }
  const said = (more: object) => decideTerm({ startsOn: "2026-01-01", ...more }, none)
  for (const one of [{ noticeDays: 90 }, { noticeWeeks: 0 }, { noticeMonths: 3, noticeDays: null }])
    expect(said(one)).toBe(true)
  expect(said({ noticeDays: 0, noticeMonths: 3 })).toMatchObject({
    ...{ refusal: "notice-said-twice", detail: { field: "noticeMonths" } },
  })
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

test("a notice day is near for sixty days, an end for ninety, both of them included; of what is not in force none is", () => {
  const known = { state: "in_force", endsOn: "2026-12-31", noticeOn: "2026-10-02", lastNoticeOn: null } as const
  const notice = (today: string, more = {}) => isNoticeNear({ ...known, ...more }, today)
  expect(["2026-08-02", "2026-08-03", "2026-10-02", "2026-10-03"].map((today) => notice(today))).toEqual([
    ...[false, true, true, false],
  ])
  expect([notice("2026-09-01", { state: "expired" }), notice("2026-09-01", { noticeOn: null })]).toEqual([false, false])
  // Whoever missed the Friday is in time on the Sunday still.
  const weekend = ["2026-10-04", "2026-10-05"].map((today) => notice(today, { lastNoticeOn: "2026-10-04" }))
  expect(weekend).toEqual([true, false])
  const endless = ["2026-09-17", "2026-09-18", "2026-10-02"].map((today) => notice(today, { endsOn: null }))
  expect(endless).toEqual([false, true, true])
  const end = (today: string, more = {}) => isEndNear({ ...known, ...more }, today)
  expect(["2026-10-01", "2026-10-02", "2026-12-31", "2027-01-01"].map((today) => end(today))).toEqual([
    ...[false, true, true, false],
  ])
  expect([end("2026-12-01", { state: "terminated" }), end("2026-12-01", { endsOn: null })]).toEqual([false, false])
})

test("a term may be one day, a line may be as long as its term, and a promise one day of it", () => {
  const none = { objectives: [], commitments: [] }
  const day = { startsOn: "2026-01-01", endsOn: "2026-01-01" }
  expect(decideTerm(day, { ...none, commitments: [day] })).toBe(true)
  expect(decideTerm(term, { ...none, objectives: [term] })).toBe(true)
  expect(decideTerm({ startsOn: "2026-01-01" }, { ...none, commitments: [term] })).toBe(true)
  const backwards = { startsOn: "2026-03-02", endsOn: "2026-03-01" }
  expect(decideTerm(term, { ...none, commitments: [backwards] })).toMatchObject({
    detail: { field: "commitments.0.endsOn", expected: "on or after its own first day" },
  })
  expect(decideTerm(term, { ...none, commitments: [{ startsOn: "2025-12-31" }] })).toMatchObject({
    detail: { field: "commitments.0.startsOn" },
  })
})

test("lines without days of their own run with the agreement; an objective without a last day is named", () => {
  const own = { startsOn: "2026-02-01", endsOn: "2026-03-01" }
  expect(decideLines(term, { objectives: [own], commitments: [{}] })).toEqual({
    objectives: [own],
    commitments: [{ startsOn: "2026-01-01", endsOn: "2026-12-31" }],
  })
  expect(decideLines(term, { objectives: [], commitments: [{ endsOn: "2027-01-01" }] })).toMatchObject({
    refusal: "dates-out-of-order",
  })
  const endless = { startsOn: "2026-01-01" }
  expect(decideLines(endless, { objectives: [own], commitments: [{}] })).toMatchObject({ objectives: [own] })
  for (const [objectives, field] of [
    [[{}], "objectives.0.endsOn"],
    [[own, {}], "objectives.1.endsOn"],
  ] as const)
    expect(decideLines(endless, { objectives, commitments: [] })).toEqual({
      ...{ refusal: "objective-needs-end", detail: { field } },
    })
})

test("of a part of a period both have said what it asks for, the first part before the last", () => {
  const [from, to] = [
    { startsOn: "2027-03-01", endsOn: "2027-12-31" },
    { startsOn: "2027-01-01", endsOn: "2027-11-30" },
  ]
  const promise = { cadence: "quarterly", partial: "pro_rata", amount: 2, unit: "campaigns" } as const
  const lines = (during: typeof from, more: object = {}) =>
    decideLines(during, { objectives: [], commitments: [{ ...promise, ...more }] })
  const uneven = (field: string, share: number) => ({
    ...{ refusal: "share-uneven", detail: { field: `commitments.0.${field}`, share } },
  })
  expect(lines(from)).toEqual(uneven("firstAmount", 0.688889))
  expect(lines(to)).toEqual(uneven("lastAmount", 1.326087))
  expect(lines({ ...from, endsOn: "2027-11-30" }, { lastAmount: 1 })).toEqual(uneven("firstAmount", 0.688889))
  expect(lines(from, { firstAmount: 0 })).toMatchObject({ commitments: [{ firstAmount: 0 }] })
  for (const more of [{ partial: "first_full" }, { cadence: "weekly" }, { unit: "EUR" }, { amount: 2.5 }])
    expect(lines(from, more)).toMatchObject({ commitments: [more] })
})

test("only what is in force is edited, and into a term that fits", () => {
  expect(decideEdit({ state: "amended" }, term)).toBe(true)
  expect(decideEdit({ state: "terminated" }, term)).toMatchObject({ refusal: "not-in-force" })
  expect(decideEdit({ state: "in_force" }, { ...term, endsOn: "2025-12-31" })).toMatchObject({
    refusal: "dates-out-of-order",
  })
})

test("an agreement ends on any day of its term, its first and last included, or of a term without end", () => {
  const agreement = { state: "in_force", startsOn: "2026-01-01", endsOn: "2026-12-31" } as const
  for (const day of ["2026-01-01", "2026-12-31"]) expect(decideTermination(agreement, day)).toBe(true)
  expect(decideTermination(agreement, "2025-12-31")).toMatchObject({ refusal: "outside-term" })
  expect(decideTermination({ ...agreement, endsOn: null }, "2035-01-01")).toBe(true)
})

test("what was signed is kept as a PDF, signed on a day that has come or on one that nobody knows", () => {
  const pdf = { mediaType: "application/pdf" }
  expect(decideSigned(pdf, "2026-03-10", "2026-03-10")).toBe(true)
  expect(decideSigned(pdf, null, "2026-03-10")).toBe(true)
  expect(decideSigned(pdf, "2026-03-11", "2026-03-10")).toMatchObject({ refusal: "not-yet-signed" })
  expect(decideSigned({ mediaType: "image/png" }, null, "2026-03-10")).toMatchObject({ refusal: "pdf-expected" })
})
