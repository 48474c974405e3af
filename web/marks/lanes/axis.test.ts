import { expect, test } from "vitest"
import { axisOf, nearest, pathOf, ticksOf } from "./axis.ts"

test("ticks are first days of months, no closer than their words have room for", () => {
  expect(ticksOf(axisOf("2026-01-05", "2026-06-29", 0, 600))).toEqual([
    "2026-02-01",
    "2026-03-01",
    "2026-04-01",
    "2026-05-01",
    "2026-06-01",
  ])
  expect(ticksOf(axisOf("2024-03-04", "2026-03-02", 0, 700))).toEqual([
    "2024-04-01",
    "2024-07-01",
    "2024-10-01",
    "2025-01-01",
    "2025-04-01",
    "2025-07-01",
    "2025-10-01",
    "2026-01-01",
  ])
  const narrow = axisOf("2024-03-04", "2026-03-02", 0, 300)
  const places = ticksOf(narrow).map(narrow.x)
  expect(places.slice(1).every((place, index) => place - (places[index] ?? 0) >= 60)).toBe(true)
})

test("an axis of one day does not divide by nothing", () => {
  const axis = axisOf("2026-01-05", "2026-01-05", 10, 20)
  expect(axis.x("2026-01-05")).toBe(10)
  expect(ticksOf(axis)).toEqual([])
})

test("a line is broken where nothing is known, and a week alone is still seen", () => {
  const at = (values: readonly (number | null)[]) =>
    pathOf(
      values,
      (index) => index,
      (value) => value,
    )
  expect(at([1, 2, null, 4, null, 5, 6])).toBe("M0 1L1 2M3 4h.01M5 5L6 6")
  expect(at([null, null])).toBe("")
})

test("the pointer finds the nearest week, and none outside the lanes", () => {
  const axis = axisOf("2026-01-05", "2026-01-26", 100, 400)
  const weeks = ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"]
  expect([99, 149, 151, 400, 80, 420].map((at) => nearest(weeks, axis, at))).toEqual([0, 0, 1, 3, undefined, undefined])
})
