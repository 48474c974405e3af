import { expect, test } from "vitest"
import { findSignal, inferSignal } from "#rules/metrics"
import { weeklyHealth } from "./health.ts"
import type { ReadSeries } from "./rules.ts"

const weeks = (count: number, value: (week: number) => number) =>
  Float64Array.from({ length: count }, (_, i) => value(i))

const series = (key: string, values: Float64Array): ReadSeries => ({
  definition: findSignal(key) ?? inferSignal(key, values, "partner"),
  partyId: null,
  firstWeek: 0,
  values,
})

const lastYear = (signals: readonly ReadSeries[], length: number, onset?: number) =>
  weeklyHealth(signals, length - 52, length - 1, onset)

test("years of silence after busy ones are nothing left, not the usual", () => {
  const commits = series(
    "commits",
    weeks(400, (week) => (week < 100 ? 10 : 0)),
  )
  const none = series(
    "incidents",
    weeks(400, () => 0),
  )
  expect(lastYear([commits], 400)).toEqual(Array(52).fill(0))
  expect(lastYear([none], 400)).toEqual(Array(52).fill(1))
  expect(lastYear([commits, none], 400)).toEqual(Array(52).fill(0))
  expect(weeklyHealth([commits], 50, 99)).toEqual(Array(50).fill(1))
})

test("years of trickling in an open drift are measured against what was usual before its onset", () => {
  const commits = series(
    "commits",
    weeks(400, (week) => (week < 100 ? 10 : 1)),
  )
  expect(lastYear([commits], 400, 100)).toEqual(Array(52).fill(0.1))
  expect(lastYear([commits], 400)).toEqual(Array(52).fill(1))
})

test("a rare act is well between its occurrences, and ill when it stays away", () => {
  const reviews = series(
    "reviews",
    weeks(300, (week) => (week < 248 && week % 13 === 0 ? 1 : 0)),
  )
  expect(weeklyHealth([reviews], 100, 247)).toEqual(Array(148).fill(1))
  expect(lastYear([reviews], 300).at(-1)).toBe(0)
})

test("what never was, or was seen too shortly, is unknown", () => {
  const zeros = series(
    "commits",
    weeks(100, () => 0),
  )
  const young = series(
    "commits",
    weeks(7, () => 5),
  )
  expect(lastYear([zeros], 100)).toEqual(Array(52).fill(undefined))
  const ended = series(
    "reviews",
    weeks(100, (week) => (week >= 80 ? Number.NaN : week % 13 === 0 ? 1 : 0)),
  )
  expect(lastYear([ended], 100).slice(-17)).toEqual(Array(17).fill(undefined))
  expect(weeklyHealth([young], 0, 6)).toEqual(Array(7).fill(undefined))
})

test("a promised level goes before the usual one", () => {
  const values = weeks(60, () => 5)
  const promised = { ...series("meetings", values), expected: weeks(60, () => 10) }
  expect(lastYear([promised], 60)).toEqual(Array(52).fill(0.5))
})
