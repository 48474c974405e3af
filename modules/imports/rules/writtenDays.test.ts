import { expect, test } from "vitest"
import { field, type ValueType } from "#core/importable/field"
import { collectRemarks } from "./collectRemarks.ts"
import { compileRowCheck } from "./compileRowCheck.ts"
import type { DateFormat } from "./formats.ts"
import { remarks as kinds } from "./remarks.ts"

/** What a cell is read as in a time zone, and how it was told. */
const read = (text: string, type: ValueType, timeZone: string, answer?: string, dates: DateFormat = "iso") => {
  const fields = [field("day", "Day", type, "")]
  const remarks = collectRemarks(kinds, answer ? { "midnight-in-utc:day": answer } : {}, fields)
  const check = compileRowCheck({ fields }, ["day"], [{ dates, decimals: "ambiguous" }], { timeZone }, remarks)
  const verdict = check([text])
  const told = remarks.all().map(({ key, examples }) => [key, examples[0]?.becomes])
  return [verdict.ok ? verdict.row["day"] : verdict.errors[0]?.reason, ...told.flat()]
}

const west = "America/Los_Angeles"
const told = "midnight-in-utc:day"

test.each([
  ["2026-01-05T00:00:00Z", "week", "2026-01-04"],
  ["2026-01-05T00:00:00Z", "date", "2026-01-04"],
  ["2026-01-05T00:00:00.000Z", "moment", "2026-01-05T00:00:00.000Z"],
  ["2026-01-05 00:00:00 UTC", "week", "2026-01-04"],
  ["2026-01-05T00:00Z[UTC]", "week", "2026-01-04"],
  ["2026-01-05 0:00 +00:00", "moment", "2026-01-05T00:00:00.000Z"],
  ["2026-01-05 12:00:00 AM +00:00", "moment", "2026-01-05T00:00:00.000Z"],
  ["2026-01-05T00:00:00+01:00", "date", "2026-01-04"],
] as const)(
  "west of Greenwich %s of a %s is the day before, and that is told; who means the day says so",
  (text, type, taken) => {
    expect(read(text, type, west)).toEqual([taken, told, "2026-01-04"])
    expect(read(text, type, west, "written")).toEqual(["2026-01-05", told, "2026-01-05"])
  },
)

test("the order of its column says which day is written", () => {
  expect(read("05/01/2026 00:00 UTC", "week", west, undefined, "dmy")).toEqual(["2026-01-04", told, "2026-01-04"])
  expect(read("05/01/2026 00:00 UTC", "week", west, "written", "dmy")).toEqual(["2026-01-05", told, "2026-01-05"])
})

test.each([
  ["2026-01-05T00:00:00Z", "week", "Asia/Tokyo", "2026-01-05"],
  ["2026-01-05T00:00:00Z", "moment", "Europe/Berlin", "2026-01-05T00:00:00.000Z"],
  ["2026-01-05T00:00:00Z", "date", "UTC", "2026-01-05"],
  ["2026-01-05T15:00:00Z", "week", "Asia/Tokyo", "2026-01-06"],
  ["2026-01-05T07:30:00Z", "moment", west, "2026-01-05T07:30:00.000Z"],
  ["2026-01-05T10:00:00Z", "week", west, "2026-01-05"],
  ["2026-01-05 00:00:00", "week", west, "2026-01-05"],
  ["2026-01-05", "moment", west, "2026-01-05"],
] as const)("%s of a %s in %s is no doubt", (text, type, timeZone, taken) => {
  expect(read(text, type, timeZone)).toEqual([taken])
})

test("an offset that is another day in the east is told as well", () => {
  expect(read("2026-01-05T00:00:00-12:00", "week", "Pacific/Kiritimati")).toEqual(["2026-01-06", told, "2026-01-06"])
})
