import { expect, test } from "vitest"
import { counted, countedUpTo } from "#core/attention"
import { areTasksCutOff, type DeskPromise, daysOf, deskOf, isCutOff, nearOf, spanOf, together } from "./desk.ts"

const vendor = {
  slug: "north",
  name: "North",
  side: "partner",
  role: "seller",
  isDemo: false,
  isOpenDemo: false,
  abilities: {
    endDemo: "role-may-not" as const,
    seeToRecord: "role-may-not" as const,
    seeToWorkspace: "role-may-not" as const,
  },
  needsFactor: false,
  partyId: "company",
  today: "2026-01-31",
} as const
const promise = (more: object): DeskPromise =>
  ({
    vendor,
    dueOn: "2026-02-02",
    isOverdue: false,
    owedBy: "partner",
    awaitsConfirmation: false,
    abilities: { report: true },
    ...more,
  }) as DeskPromise

test("when something is due is seen from the vendor's day, over the end of a month", () => {
  expect(spanOf(promise({ isOverdue: true }))).toBe("overdue")
  expect(spanOf(promise({ dueOn: "2026-01-31" }))).toBe("today")
  expect(spanOf(promise({ dueOn: "2026-02-07" }))).toBe("week")
  expect(spanOf(promise({ dueOn: "2026-02-08" }))).toBe("later")
  expect(nearOf([{ dueOn: "2026-03-02" }, { dueOn: "2026-03-03" }], vendor.today)).toEqual([{ dueOn: "2026-03-02" }])
})

test("what the other party proposes comes before what one may confirm, and only while it waits for this person's answer", () => {
  const proposal = { state: "open" } as DeskPromise["proposal"]
  const asked = promise({ owedBy: "host", proposal, abilities: { answer: true, report: "not-your-promise" } })
  const recorded = { ...asked, proposal: { state: "recorded" } as DeskPromise["proposal"] }
  const anothers = { ...asked, abilities: { answer: "not-owed-to-you", report: "not-your-promise" } } as DeskPromise
  const desk = deskOf([recorded, anothers, asked] as DeskPromise[])
  expect(desk).toEqual({ toAnswer: [asked], toConfirm: [], ours: [], theirs: [recorded, anothers] })
})

test("what one may confirm comes first; another company's promise is on nobody else's desk", () => {
  const reported = promise({
    owedBy: "host",
    awaitsConfirmation: true,
    abilities: { confirm: true, report: "not-your-promise" },
  })
  const owed = promise({ owedBy: "host", abilities: { report: "not-your-promise" } })
  const own = promise({})
  const anothers = promise({ abilities: { report: "not-your-promise" } })
  expect(deskOf([own, anothers, owed, reported])).toEqual({
    toAnswer: [],
    toConfirm: [reported],
    ours: [own],
    theirs: [owed],
  })
})

test("a list that stops at its limit is known to be cut off; what was reported is not counted and cuts nothing off", () => {
  const items = [{ awaitsConfirmation: false }, { awaitsConfirmation: true }]
  expect(isCutOff({ items, counts: { overdue: counted(1), due: counted(0) } })).toBe(false)
  expect(isCutOff({ items, counts: { overdue: counted(1), due: counted(1) } })).toBe(true)
})

test("an agreement's notice day and its end are two days; what has no notice day has one", () => {
  const one = { agreementId: "a", endsOn: "2026-04-30", noticeOn: "2026-03-31" }
  const days = daysOf(vendor, [one, { ...one, noticeOn: null }] as never, [one] as never)
  expect(days.map(({ kind, on }) => [kind, on])).toEqual([
    ["notice", "2026-03-31"],
    ["end", "2026-04-30"],
  ])
})

test("a list of tasks that stops at its limit is known to be cut off", () => {
  expect(areTasksCutOff({ items: [1, 2], counts: { overdue: counted(1), soon: counted(1) } })).toBe(false)
  expect(areTasksCutOff({ items: [1], counts: { overdue: counted(1), soon: counted(1) } })).toBe(true)
})

test("a count of several vendors is that many at least where one of them stopped counting", () => {
  expect(together([counted(2), counted(3)])).toEqual({ count: 5, isMore: false })
  expect(together([counted(2), counted(countedUpTo)])).toEqual({ count: countedUpTo + 2, isMore: true })
  expect(together([])).toEqual({ count: 0, isMore: false })
})
