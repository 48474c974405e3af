import { expect, test } from "vitest"
import { concernOf, type ItemState, itemOf, type RoundState, remindDayOf, standingOf } from "./standing.ts"

const today = "2027-03-10"
const item = (state: ItemState, validThrough: string | null = null, remindOn: string | null = null) => ({
  ...{ state, acceptedRound: validThrough === null ? null : 1, validThrough, remindOn },
})
const round = (number: number, state: RoundState, validThrough: string | null = null, more = {}) => ({
  ...{ number, state, validThrough, checkResult: null, givenAt: `2027-01-0${number}T09:00:00.000Z`, ...more },
})
const met = { checkResult: "possible_match" } as const

test("what was accepted is valid through its last day, that day included, and is reminded of from the day on", () => {
  const on = (day: string) => standingOf(item("accepted", "2027-03-10", "2027-02-08"), day)
  expect(["2027-02-07", "2027-02-08", "2027-03-10", "2027-03-11"].map(on)).toEqual([
    ...["valid", "expiring", "expiring", "expired"],
  ])
  expect(standingOf({ ...item("accepted"), acceptedRound: 1 }, today)).toBe("valid")
  expect(standingOf(item("accepted", "2027-03-20"), today)).toBe("valid")
})

test("newer evidence that nobody reviewed, or that was refused, changes nothing of what was accepted", () => {
  for (const state of ["received", "refused"] as const) {
    expect(standingOf(item(state, "2027-12-31", "2027-12-01"), today)).toBe("valid")
    expect(standingOf(item(state, "2027-03-09", "2027-02-01"), today)).toBe("expired")
    expect(standingOf(item(state), today)).toBe(state)
  }
  expect(standingOf(item("asked"), today)).toBe("asked")
  expect(standingOf(item("not_needed", "2027-03-09", "2027-02-01"), today)).toBe("not_needed")
})

test("an item says what its rounds come to: the last accepted counts, whatever was received since", () => {
  const first = round(1, "accepted", "2027-06-30")
  expect(itemOf([first], 30)).toEqual({
    ...{ state: "accepted", acceptedRound: 1, validThrough: "2027-06-30", remindOn: "2027-05-31" },
    ...{ isMatchOpen: false, matchGivenAt: null },
  })
  const renewed = [first, round(2, "received", "2028-06-30")]
  expect(itemOf(renewed, 30)).toMatchObject({ state: "received", acceptedRound: 1, validThrough: "2027-06-30" })
  const accepted = [first, round(2, "accepted", "2028-06-30")]
  expect(itemOf(accepted, 30)).toMatchObject({ state: "accepted", acceptedRound: 2, validThrough: "2028-06-30" })
  // A certificate that was withdrawn counts no more; the one before does again.
  const withdrawn = [round(2, "refused", "2028-06-30"), first]
  expect(itemOf(withdrawn, 30)).toMatchObject({ state: "refused", acceptedRound: 1, validThrough: "2027-06-30" })
  expect(itemOf([], 30)).toMatchObject({ state: "asked", acceptedRound: null, validThrough: null, remindOn: null })
  expect(itemOf([round(1, "accepted")], 30)).toMatchObject({ acceptedRound: 1, validThrough: null, remindOn: null })
  expect(remindDayOf("2027-03-01", 1)).toBe("2027-02-28")
})

test("what the last check met stands open until it is accepted, and a clear one after it ends it", () => {
  const openOf = (...rounds: ReturnType<typeof round>[]) => itemOf(rounds, 30).isMatchOpen
  expect(openOf(round(1, "received", null, met))).toBe(true)
  expect(openOf(round(1, "refused", null, { checkResult: "match" }))).toBe(true)
  expect(openOf(round(1, "accepted", null, met))).toBe(false)
  expect(openOf(round(1, "received", null, { checkResult: "clear" }))).toBe(false)
  expect(openOf(round(1, "received"))).toBe(false)
  expect(openOf(round(1, "accepted", null, { checkResult: "clear" }), round(2, "received", null, met))).toBe(true)
  expect(openOf(round(1, "refused", null, met), round(2, "received", null, { checkResult: "clear" }))).toBe(false)
  expect(itemOf([round(3, "received", null, met)], 30).matchGivenAt).toBe("2027-01-03T09:00:00.000Z")
})

test("whoever decides is told what is required and not there, what has run out, and what was met", () => {
  const of = (standing: ReturnType<typeof item>, more = {}) => ({
    ...{ ...standing, isRequired: true, isMatchOpen: false, ...more },
  })
  const items = [
    ...[of(item("asked")), of(item("received")), of(item("refused")), of(item("not_needed"))],
    ...[
      of(item("accepted", "2027-03-09")),
      of(item("accepted", "2027-03-10")),
      of(item("accepted", "2027-03-12", today)),
    ],
    ...[of(item("asked"), { isRequired: false }), of(item("accepted", "2027-03-09"), { isRequired: false })],
    of(item("received", "2027-12-31"), { isRequired: false, isMatchOpen: true }),
  ]
  expect(concernOf(items, today)).toEqual({ missing: 3, expired: 1, matches: 1, asked: 10 })
  expect(concernOf([], today)).toEqual({ missing: 0, expired: 0, matches: 0, asked: 0 })
})
