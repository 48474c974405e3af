import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays } from "#core/time"
import {
  decideNotice,
  exitOf,
  lastNoticeOn,
  lastNoticeTo,
  type NoticeTerms,
  nextExits,
  noticeDaysOf,
  noticeInDays,
  noticeRunsTo,
  type Running,
} from "./notice.ts"

const quarterly: Running = { startsOn: "2027-01-31", autoRenews: false, noticeMonths: 3, noticeTo: "quarter" }

test("scenario 19: three months to the end of a calendar quarter: the last day of each exit", () => {
  expect(nextExits(quarterly, "2027-02-01", 4)).toEqual([
    { endsOn: "2027-06-30", lastOn: "2027-03-31" },
    { endsOn: "2027-09-30", lastOn: "2027-06-30" },
    { endsOn: "2027-12-31", lastOn: "2027-09-30" },
    { endsOn: "2028-03-31", lastOn: "2027-12-31" },
  ])
  expect(["2027-01-31", "2027-03-31", "2027-04-01"].map((day) => exitOf(quarterly, day))).toEqual([
    ...["2027-06-30", "2027-06-30", "2027-09-30"],
  ])
  expect(lastNoticeTo(quarterly, "2029-06-30")).toBe("2029-03-31")
  expect(["2027-03-31", "2027-04-01"].map((today) => lastNoticeOn(quarterly, today))).toEqual([
    ...["2027-03-31", "2027-06-30"],
  ])
})

test("scenario 20: months that are too short", () => {
  const months = (noticeMonths: number) => ({ noticeMonths })
  expect(noticeRunsTo(months(3), "2026-11-30")).toBe("2027-02-28")
  expect(noticeRunsTo(months(3), "2027-02-28")).toBe("2027-05-28")
  expect(lastNoticeTo(months(1), "2027-02-28")).toBe("2027-01-31")
  expect(["2027-05-30", "2027-05-31"].map((exit) => lastNoticeTo(months(3), exit))).toEqual([
    ...["2027-02-28", "2027-02-28"],
  ])
})

const days = fc.integer({ min: 0, max: 20_000 }).map((day) => addDays("2000-01-01", day))
const length = fc.oneof<fc.Arbitrary<NoticeTerms>[]>(
  fc.record({ noticeDays: fc.nat(400) }),
  fc.record({ noticeWeeks: fc.nat(60) }),
  fc.record({ noticeMonths: fc.nat(30) }),
)

test("the last day of notice is in time, and the day after it is not", () => {
  fc.assert(
    fc.property(days, length, (exit, terms) => {
      const last = lastNoticeTo(terms, exit) ?? ""
      expect((noticeRunsTo(terms, last) ?? "") <= exit).toBe(true)
      expect((noticeRunsTo(terms, addDays(last, 1)) ?? "") > exit).toBe(true)
    }),
  )
})

test("an exit is never before the notice has run, and no earlier one would have done", () => {
  const to = fc.constantFrom("any_day", "month", "quarter", "half_year")
  fc.assert(
    fc.property(days, length, to, (day, terms, noticeTo) => {
      const running = { ...terms, noticeTo, startsOn: "1999-01-01", autoRenews: false } as Running
      const exit = exitOf(running, day) ?? ""
      const runsTo = noticeRunsTo(terms, day) ?? ""
      expect(exit >= runsTo).toBe(true)
      const [listed] = nextExits(running, day, 1)
      expect(listed?.endsOn).toBe(exit)
      expect((listed?.lastOn ?? "") >= day).toBe(true)
    }),
  )
})

const term: Running = {
  startsOn: "2024-08-01",
  endsOn: "2027-07-31",
  autoRenews: true,
  renewalMonths: 12,
  noticeMonths: 3,
}

test("scenario 21: notice counts from the term that runs, and what comes too late is told its later day", () => {
  expect(nextExits(term, "2027-01-01", 2)).toEqual([
    { endsOn: "2027-07-31", lastOn: "2027-04-30" },
    { endsOn: "2028-07-31", lastOn: "2028-04-30" },
  ])
  const renewed = { ...term, endsOn: "2028-07-31", firstEndsOn: "2027-07-31" }
  expect(["2027-04-30", "2027-05-01"].map((day) => exitOf(renewed, day))).toEqual(["2027-07-31", "2028-07-31"])
  const agreement = { ...renewed, state: "in_force", isNoticeStanding: false } as const
  const today = "2027-05-04"
  const wanted = (countsOn: string, endsOn?: string) => decideNotice(agreement, { countsOn, today, endsOn })
  expect(wanted("2027-04-30", "2027-07-31")).toEqual({ endsOn: "2027-07-31" })
  expect(wanted("2027-05-01", "2027-07-31")).toMatchObject({
    ...{ refusal: "notice-too-late", detail: { endsOn: "2028-07-31" } },
  })
  expect(wanted("2027-05-01", "2028-07-31")).toEqual({ endsOn: "2028-07-31" })
  expect(wanted("2027-05-01", "2028-08-01")).toMatchObject({
    refusal: "no-such-exit",
    detail: { endsOn: "2029-07-31" },
  })
})

test("a term that does not renew itself is over before a later exit, and needs no notice then", () => {
  const fixed: Running = { startsOn: "2027-01-01", endsOn: "2027-11-15", autoRenews: false, noticeMonths: 1 }
  const to = (noticeTo: Running["noticeTo"], day: string) => exitOf({ ...fixed, noticeTo }, day)
  expect([to("quarter", "2027-02-01"), to("quarter", "2027-10-01"), to("quarter", "2027-10-16")]).toEqual([
    ...["2027-03-31", "2027-11-15", undefined],
  ])
  expect([to("any_day", "2027-02-03"), to("any_day", "2026-06-01"), to("half_year", "2027-02-03")]).toEqual([
    ...["2027-03-03", "2027-01-01", "2027-06-30"],
  ])
  expect(to("month", "2027-02-03")).toBe("2027-03-31")
  // For how long it renews nobody wrote down: no later term is made up.
  expect(exitOf({ ...fixed, autoRenews: true, endsOn: "2027-03-31" }, "2027-03-15")).toBeUndefined()
})

test("who may not give notice is told why, and on which day it would do", () => {
  const agreement = { ...quarterly, state: "in_force", isNoticeStanding: false } as const
  const at = { countsOn: "2027-02-10", today: "2027-02-10" }
  expect(decideNotice(agreement, at)).toEqual({ endsOn: "2027-06-30" })
  expect(decideNotice({ ...agreement, state: "expired" }, at)).toMatchObject({ refusal: "not-in-force" })
  expect(decideNotice({ ...agreement, isNoticeStanding: true }, at)).toMatchObject({ refusal: "notice-stands" })
  expect(decideNotice(agreement, { ...at, today: "2027-02-09" })).toMatchObject({ refusal: "notice-in-future" })
  expect(decideNotice({ ...agreement, noticeMonths: null }, at)).toMatchObject({ refusal: "no-notice-agreed" })
  const over = { ...agreement, endsOn: "2027-03-05", noticeTo: null }
  expect(decideNotice(over, at)).toMatchObject({ refusal: "ends-by-itself", detail: { endsOn: "2027-03-05" } })
  const early = { ...agreement, noticeOpensMonths: 4 }
  expect(decideNotice(early, at)).toMatchObject({ refusal: "notice-too-early", detail: { opensOn: "2027-02-28" } })
  expect(decideNotice(early, { countsOn: "2027-02-28", today: "2027-03-01" })).toEqual({ endsOn: "2027-06-30" })
})

test("of what can be ended on any day, or without notice, no day is the last", () => {
  expect(lastNoticeOn({ ...quarterly, noticeTo: "any_day" }, "2027-02-01")).toBeUndefined()
  expect(lastNoticeOn({ ...quarterly, noticeTo: null }, "2027-02-01")).toBeUndefined()
  expect(lastNoticeOn({ ...quarterly, noticeMonths: null }, "2027-02-01")).toBeUndefined()
  expect(lastNoticeOn({ ...term, noticeMonths: null, noticeWeeks: 2 }, "2027-02-01")).toBe("2027-07-17")
  expect(nextExits({ ...quarterly, noticeTo: "any_day", noticeMonths: null, noticeDays: 30 }, "2027-02-01", 3)).toEqual(
    [{ endsOn: "2027-03-03", lastOn: "2027-02-01" }],
  )
})

test("the workday to act by is the last day of notice, or the workday before it; the law's own day stays", () => {
  // Good Friday is 30 March 2029, and 31 March a Saturday.
  const isWorkday = (day: string) => !["2029-03-30", "2029-03-31", "2029-04-01"].includes(day)
  expect(noticeDaysOf(quarterly, "2029-03-01", isWorkday)).toEqual({
    lastNoticeOn: "2029-03-31",
    noticeOn: "2029-03-29",
  })
  expect(noticeDaysOf({ ...quarterly, noticeMonths: null }, "2029-03-01", isWorkday)).toEqual({
    ...{ lastNoticeOn: null, noticeOn: null },
  })
  const days = { startsOn: "2026-01-01", endsOn: "2026-12-31", autoRenews: false, noticeDays: 89 }
  expect(noticeDaysOf(days, "2026-06-01", (day) => day !== "2026-10-03")).toEqual({
    ...{ lastNoticeOn: "2026-10-03", noticeOn: "2026-10-02" },
  })
})

// Cases that other systems told wrongly (docs/field-cases.md, "Notice and renewal").
const yearly = { autoRenews: true, renewalMonths: 12 }
test.each<[string, Running, string, string]>([
  [
    "sixty days to the end of a year are sixty, not thirty",
    { startsOn: "2026-01-01", endsOn: "2026-12-31", autoRenews: false, noticeDays: 60 },
    ...(["2026-06-01", "2026-11-01"] as const),
  ],
  [
    "a first term of three years comes before the renewals",
    { startsOn: "2018-09-27", endsOn: "2021-09-26", ...yearly, noticeMonths: 3 },
    ...(["2019-06-07", "2021-06-26"] as const),
  ],
  [
    "of a term that was renewed it is the renewed end that counts",
    { startsOn: "2022-08-29", endsOn: "2026-08-28", firstEndsOn: "2025-08-28", ...yearly, noticeMonths: 2 },
    ...(["2026-02-11", "2026-06-28"] as const),
  ],
  [
    "across the turn of a year",
    { startsOn: "2026-02-01", endsOn: "2027-01-31", autoRenews: false, noticeMonths: 3 },
    ...(["2026-06-01", "2026-10-31"] as const),
  ],
])("%s", (_what, running, today, last) => {
  expect(lastNoticeOn(running, today)).toBe(last)
})

test("two weeks to the end of a month: what comes on the 3rd ends it this month, on the 20th the next", () => {
  const running: Running = { startsOn: "2014-05-12", autoRenews: false, noticeWeeks: 2, noticeTo: "month" }
  expect(["2015-04-03", "2015-04-16", "2015-04-20"].map((day) => exitOf(running, day))).toEqual([
    ...["2015-04-30", "2015-04-30", "2015-05-31"],
  ])
})

test("in days notice is as long as it is from that day, whatever its unit", () => {
  const from = "2027-02-28"
  expect(
    [{ noticeDays: 60 }, { noticeWeeks: 2 }, { noticeMonths: 3 }, {}].map((terms) => noticeInDays(terms, from)),
  ).toEqual([...[60, 14, 89, undefined]])
})

test("a last day of all days, as files say for none, costs no time and makes up no other", () => {
  const forever: Running = { startsOn: "2027-01-01", endsOn: "9999-12-31", autoRenews: true, renewalMonths: 12 }
  expect(lastNoticeTo({ noticeMonths: 1 }, "9999-12-31")).toBe("9999-11-30")
  expect(nextExits({ ...forever, noticeMonths: 3 }, "2027-02-01", 4)).toEqual([
    { endsOn: "9999-12-31", lastOn: "9999-09-30" },
  ])
  const agreement = { ...term, state: "in_force", isNoticeStanding: false } as const
  const on = { countsOn: "2027-02-01", today: "2027-02-01" }
  expect(decideNotice(agreement, { ...on, endsOn: "9999-12-31" })).toMatchObject({ refusal: "no-such-exit" })
  expect(decideNotice(agreement, { ...on, endsOn: "2050-07-31" })).toEqual({ endsOn: "2050-07-31" })
})
