import { expect, test } from "vitest"
import { decideDates, decideGiving } from "./giving.ts"

const today = "2027-03-10"
const given = (more: object = {}) => ({ issuedOn: null, validThrough: null, checkedOn: null, ...more })

test("a last day is taken as said, or reckoned from when it was issued or checked; unknown is not forever", () => {
  expect(decideDates(given({ validThrough: "2027-12-31" }), 12, today)).toEqual({ validThrough: "2027-12-31" })
  expect(decideDates(given({ issuedOn: "2027-03-10" }), 12, today)).toEqual({ validThrough: "2028-03-09" })
  expect(decideDates(given({ checkedOn: "2027-03-01" }), 6, today)).toEqual({ validThrough: "2027-08-31" })
  const both = given({ issuedOn: "2027-02-01", checkedOn: "2027-03-01" })
  expect(decideDates(both, 6, today)).toEqual({ validThrough: "2027-07-31" })
  expect(decideDates(given(), 12, today)).toMatchObject({ refusal: "last-day-needed" })
  expect(decideDates(given({ issuedOn: "2027-03-10" }), null, today)).toEqual({ validThrough: null })
  expect(decideDates(given(), null, today)).toEqual({ validThrough: null })
})

test("days that do not fit together are refused", () => {
  expect(decideDates(given({ issuedOn: "2027-03-11" }), 12, today)).toMatchObject({
    ...{ refusal: "issued-ahead", detail: { field: "issuedOn" } },
  })
  expect(decideDates(given({ checkedOn: "2027-03-11" }), 12, today)).toMatchObject({
    ...{ refusal: "issued-ahead", detail: { field: "checkedOn" } },
  })
  expect(decideDates(given({ checkedOn: "2027-03-10" }), 12, today)).toEqual({ validThrough: "2028-03-09" })
  const of = (validThrough: string) => decideDates(given({ issuedOn: "2027-03-05", validThrough }), 12, today)
  expect(of("2027-03-04")).toMatchObject({ refusal: "ends-before-begins" })
  expect(of("2027-03-05")).toEqual({ validThrough: "2027-03-05" })
  expect(decideDates(given({ checkedOn: "2027-03-05", validThrough: "2027-03-04" }), 12, today)).toMatchObject({
    refusal: "ends-before-begins",
  })
})

test("one round lies there for review at a time, and none of what nobody needs", () => {
  const giving = (state: "asked" | "received" | "accepted" | "refused" | "not_needed") =>
    decideGiving(given({ issuedOn: today }), { state, months: null }, today)
  expect(["asked", "accepted", "refused"].map((state) => giving(state as "asked"))).toEqual(
    Array(3).fill({ validThrough: null }),
  )
  expect(giving("received")).toMatchObject({ refusal: "review-first" })
  expect(giving("not_needed")).toMatchObject({ refusal: "not-needed-now" })
  expect(decideGiving(given(), { state: "asked", months: 12 }, today)).toMatchObject({ refusal: "last-day-needed" })
})
