import { expect, test } from "vitest"
import { daysOf, daysText, hoursOf, hoursText } from "./hoursText.ts"

test("hours are read as they are typed, and written as they are read", () => {
  const spans = [
    { from: 540, to: 720 },
    { from: 780, to: 1_440 },
  ]
  for (const text of ["09:00-12:00, 13:00-24:00", "9-12;13-24", " 9.00–12.00 , 13:00 - 24:00 "])
    expect(hoursOf(text)).toEqual(spans)
  expect(hoursText(spans)).toBe("09:00-12:00, 13:00-24:00")
  expect(hoursOf("  ")).toEqual([])
})

test.each(["nine to five", "9", "9-8", "9-9", "25-26", "9:75-10", "9-12-13", "9-12,"])("%s cannot be read", (text) => {
  expect(hoursOf(text)).toBeUndefined()
})

test("a day alone is closed, and one that cannot be read makes the list unreadable", () => {
  const days = [
    { on: "2027-12-24", open: [{ from: 540, to: 720 }] },
    { on: "2027-12-31", open: [] },
  ]
  expect(daysText(days)).toBe("2027-12-24 09:00-12:00\n2027-12-31")
  expect(daysOf(`\n${daysText(days)}\n`)).toEqual(days)
  expect(daysOf("24.12.2027")).toBeUndefined()
  expect(daysOf("2027-12-24 all day")).toBeUndefined()
  expect(daysOf("")).toEqual([])
})
