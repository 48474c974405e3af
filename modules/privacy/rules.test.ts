import { expect, test } from "vitest"
import { decideDays, decideErasure, type Known } from "./rules.ts"

const kim: Known = { kind: "member", id: "m1", name: "Kim Example", isErased: false }
const asContact: Known = { kind: "contact", id: "c1", name: "K. Example", isErased: false }
const asked = { person: [kim, asContact], typed: "kim example ", owners: ["m9"], belongings: 0, successor: undefined }

test("a name of theirs is typed, however it is written", () => {
  expect(decideErasure(asked)).toBe(true)
  expect(decideErasure({ ...asked, typed: "K. Example" })).toBe(true)
  expect(decideErasure({ ...asked, typed: "Kim" })).toMatchObject({ refusal: "not-the-name" })
  expect(decideErasure({ ...asked, typed: "" })).toMatchObject({ refusal: "not-the-name" })
})

test("the last owner stays; one of two may go", () => {
  expect(decideErasure({ ...asked, owners: ["m1"] })).toMatchObject({ refusal: "last-owner" })
  expect(decideErasure({ ...asked, owners: ["m1", "m9"] })).toBe(true)
})

test("what they look after is handed over to somebody who stays", () => {
  const keeper = { ...asked, belongings: 3 }
  expect(decideErasure(keeper)).toMatchObject({ refusal: "successor-needed", detail: { belongings: 3 } })
  expect(decideErasure({ ...keeper, successor: "unknown" })).toMatchObject({ refusal: "successor-not-known" })
  expect(decideErasure({ ...keeper, successor: "m1" })).toMatchObject({ refusal: "successor-not-known" })
  expect(decideErasure({ ...keeper, successor: "m9" })).toBe(true)
})

test("who is erased is erased once", () => {
  expect(decideErasure({ ...asked, person: [{ ...kim, isErased: true }] })).toEqual({ refusal: "already-erased" })
  expect(decideErasure({ ...asked, person: [{ ...kim, isErased: true }, asContact], typed: "K. Example" })).toBe(true)
})

test("a time lies within its limits, both included", () => {
  const limits = { leastDays: 7, mostDays: 30 }
  expect([6, 7, 30, 31].map((days) => decideDays(limits, days) === true)).toEqual([false, true, true, false])
  expect(decideDays(limits, 31)).toMatchObject({ refusal: "days-out-of-range", detail: limits })
  expect(decideDays(undefined, 7)).toMatchObject({ refusal: "nothing-of-that-kind" })
})
