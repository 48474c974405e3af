import { expect, test } from "vitest"
import { noticeAmended, noticeDraftOf, noticeSaid } from "./noticeDraft.tsx"

const nothing = noticeDraftOf({})

test("what was agreed comes back as it was, in its unit", () => {
  for (const term of [
    { noticeDays: 0 },
    { noticeWeeks: 2, noticeTo: "any_day" as const },
    { noticeMonths: 3, noticeTo: "quarter" as const, noticeCounts: "given" as const, noticeOpensMonths: 6 },
    { autoRenews: true, renewalMonths: 12, timeZone: "Asia/Tokyo" },
  ])
    expect(noticeSaid(noticeDraftOf(term))).toEqual({ autoRenews: false, ...term })
})

test("what is usual is not said, and what hangs on something that is not agreed neither", () => {
  expect(noticeSaid(nothing)).toEqual({ autoRenews: false })
  expect(noticeSaid({ ...nothing, noticeTo: "month", noticeOpensMonths: 3, renewalMonths: 12 })).toEqual({
    autoRenews: false,
  })
})

test("an amendment empties what is not said any more", () => {
  expect(noticeAmended({ ...nothing, noticeLength: 1, noticeUnit: "months" })).toEqual({
    ...{ noticeDays: null, noticeWeeks: null, noticeMonths: 1, noticeTo: null, noticeCounts: null },
    ...{ noticeOpensMonths: null, renewalMonths: null, timeZone: null, autoRenews: false },
  })
})
