import { expect, test } from "vitest"
import { workdaysOf } from "#platform/business-calendar"
import { overdueTelling } from "./patience.ts"

const isWorkday = workdaysOf("DE")
const never = { isReminded: false, isEscalated: false }
const on = (today: string, wait: object = {}, hour = 9) =>
  overdueTelling({ since: "2027-03-25", ...never, ...wait }, { today, hour, isWorkday })

test("two workdays after it was reached its people are reminded: Easter is none of them", () => {
  // Reached on the Thursday before Easter; Friday and Monday are holidays.
  expect(["2027-03-26", "2027-03-29", "2027-03-30"].map((day) => on(day))).toEqual([undefined, undefined, undefined])
  expect(on("2027-03-31")).toBe("remind")
  expect(on("2027-03-31", { isReminded: true })).toBeUndefined()
})

test("five workdays after it was reached it is the owners' and admins' to know, once, and not before the reminder", () => {
  const isReminded = true
  expect(on("2027-04-02", { isReminded })).toBeUndefined()
  expect(on("2027-04-05", { isReminded })).toBe("escalate")
  expect(on("2027-04-05")).toBe("remind")
  expect(on("2027-04-06", { isReminded, isEscalated: true })).toBeUndefined()
})

test("nobody is told at night, nor on a day on which nobody works", () => {
  expect([on("2027-03-31", {}, 7), on("2027-03-31", {}, 8)]).toEqual([undefined, "remind"])
  expect([on("2027-04-03"), on("2027-04-04"), on("2027-04-05")]).toEqual([undefined, undefined, "remind"])
})
