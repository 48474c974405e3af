import { expect, test } from "vitest"
import { type Renewing, renewalDue, renewalsUpTo } from "./renewal.ts"

const agreement: Renewing = {
  ...{ state: "in_force", startsOn: "2024-08-01", endsOn: "2027-07-31", autoRenews: true, renewalMonths: 12 },
  ...{ noticeMonths: 3, renewed: 0, isNoticeStanding: false },
}

test("scenario 21: it renews once the last day of notice is over, counted from the term that runs", () => {
  expect(renewalDue(agreement, "2027-04-30")).toBeUndefined()
  const first = renewalDue(agreement, "2027-05-04")
  expect(first).toEqual({
    ...{ certainOn: "2027-05-01", startsOn: "2027-08-01", endsOn: "2028-07-31", firstEndsOn: "2027-07-31", renewed: 1 },
  })
  const again = { ...agreement, ...first, startsOn: agreement.startsOn }
  expect([renewalDue(again, "2027-05-04"), renewalDue(again, "2028-04-30")]).toEqual([undefined, undefined])
  expect(renewalDue(again, "2028-05-01")).toMatchObject({ certainOn: "2028-05-01", endsOn: "2029-07-31", renewed: 2 })
})

test("nothing renews that was given notice, does not renew itself, has no end, is over, or nobody knows for how long", () => {
  const on = (more: Partial<Renewing>) => renewalDue({ ...agreement, ...more }, "2027-08-01")
  expect(on({})).toBeDefined()
  expect(on({ state: "amended" })).toBeDefined()
  for (const more of [
    { isNoticeStanding: true },
    { autoRenews: false },
    { endsOn: null },
    { state: "terminated" as const },
    { renewalMonths: null },
  ])
    expect(on(more)).toBeUndefined()
})

test("where no notice was agreed it renews when its term is over", () => {
  const without = { ...agreement, noticeMonths: null }
  expect(renewalDue(without, "2027-07-31")).toBeUndefined()
  expect(renewalDue(without, "2027-08-01")).toMatchObject({ certainOn: "2027-08-01" })
})

test("terms that end on short months never drift from the first", () => {
  let leap: Renewing = { ...agreement, endsOn: "2028-02-28", noticeMonths: null, renewalMonths: 12 }
  const ends: unknown[] = []
  for (let renewal = renewalDue(leap, "2033-01-01"); renewal; renewal = renewalDue(leap, "2033-01-01")) {
    ends.push(renewal.endsOn)
    leap = { ...leap, ...renewal, startsOn: leap.startsOn }
  }
  expect(ends).toEqual(["2029-02-28", "2030-02-28", "2031-02-28", "2032-02-28", "2033-02-28"])
  const reached = ["2030-02-28", "2028-02-28", "2030-03-01"].map((day) => renewalsUpTo(leap, day))
  expect(reached).toEqual([2, 0, 3])
  expect(renewalsUpTo({ ...leap, renewalMonths: null }, "2030-03-01")).toBe(5)
})
