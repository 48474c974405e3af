import { expect, test } from "vitest"
import { field, type ValueType } from "#core/importable/field"
import { collectRemarks } from "./collectRemarks.ts"
import { compileRowCheck } from "./compileRowCheck.ts"
import type { DateFormat } from "./formats.ts"
import { remarks as kinds } from "./remarks.ts"

type Chosen = Readonly<{ timeZone?: string; dates?: DateFormat; type?: ValueType; answers?: Record<string, string> }>

/** What a cell is read as, and what was told of it. */
const read = (
  text: string,
  { timeZone = "Europe/Berlin", dates = "iso", type = "moment", answers = {} }: Chosen = {},
) => {
  const fields = [field("on", "On", type, "")]
  const remarks = collectRemarks(kinds, answers, fields)
  const check = compileRowCheck({ fields }, ["on"], [{ dates, decimals: "ambiguous" }], { timeZone }, remarks)
  const verdict = check([text])
  return [verdict.ok ? verdict.row["on"] : verdict.errors[0]?.reason, ...remarks.all().map(({ code }) => code)]
}

test.each<[string, Chosen, ...unknown[]]>([
  ["2026-03-29 02:30", {}, "2026-03-29T01:30:00.000Z", "hour-skipped"],
  ["2026-03-29 01:30", {}, "2026-03-29T00:30:00.000Z"],
  ["2026-10-25 02:30", {}, "2026-10-25T00:30:00.000Z", "hour-twice"],
  ["2026-10-25 02:30", { answers: { "hour-twice:on": "second" } }, "2026-10-25T01:30:00.000Z", "hour-twice"],
  ["2026-10-25 03:00", {}, "2026-10-25T02:00:00.000Z"],
  ["2026-10-25T02:30+01:00", {}, "2026-10-25T01:30:00.000Z"],
  ["29.03.2026 2:59 Uhr", { dates: "dmy" }, "2026-03-29T01:59:00.000Z", "hour-skipped"],
  ["3/8/2026 2:30 AM", { dates: "mdy", timeZone: "America/Los_Angeles" }, "2026-03-08T10:30:00.000Z", "hour-skipped"],
  ["2026-11-01 01:15", { timeZone: "America/Los_Angeles" }, "2026-11-01T08:15:00.000Z", "hour-twice"],
  ["2026-04-05 02:30", { timeZone: "Australia/Sydney" }, "2026-04-04T15:30:00.000Z", "hour-twice"],
  ["46110.1041666667", { dates: "excel-serial" }, "2026-03-29T01:30:00.000Z", "hour-skipped"],
  ["2026-03-29 02:30", { answers: { "hour-skipped:on": "refuse" } }, "left-out-as-said", "hour-skipped"],
  ["2026-03-29 02:30", { timeZone: "Asia/Tokyo" }, "2026-03-28T17:30:00.000Z"],
  ["2026-03-29 02:30", { type: "date" }, "2026-03-29"],
])("%s %o", (text, chosen, ...expected) => {
  expect(read(text, chosen)).toEqual(expected)
})

test.each<[string, Chosen]>([
  ["2026-01-05 00:00", {}],
  ["2026-01-05T00:00:00", {}],
  ["2026-01-05 00:00:00.000", { timeZone: "Asia/Kolkata" }],
  ["1/5/2026 12:00:00 AM", { dates: "mdy", timeZone: "America/Los_Angeles" }],
  ["05.01.2026 0:00", { dates: "dmy", timeZone: "UTC" }],
])("%s is how programs write a day: it is the day, and that is told; who means midnight says so", (text, chosen) => {
  expect(read(text, chosen)).toEqual(["2026-01-05", "midnight-is-a-day"])
  expect(read(text, { ...chosen, answers: { "midnight-is-a-day:on": "moment" } })[0]).toMatch(/^2026-01-0[45]T/)
})

test.each(["2026-01-05", "2026-01-05 00:15", "2026-01-05 12:00", "2026-01-05T00:00:00Z"])(
  "%s is no such day",
  (text) => {
    expect(read(text, { timeZone: "UTC" })).toHaveLength(1)
  },
)
