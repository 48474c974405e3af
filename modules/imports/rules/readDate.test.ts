import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { isRefusal } from "#core/refusal"
import { isPlainDate } from "#core/time"
import type { DateFormat } from "./formats.ts"
import { readDate } from "./readDate.ts"
import { readDay, readMoment, utcInstant } from "./readMoment.ts"
import { readWeek } from "./readWeek.ts"
import { zonedClock, zonedDay } from "./zonedClock.ts"

const day = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))
const write: Readonly<Record<"dmy" | "mdy" | "ymd", (parts: string[]) => string>> = {
  dmy: ([y, m, d]) => `${Number(d)}.${m}.${y}`,
  mdy: ([y, m, d]) => `${m}/${d}/${y}`,
  ymd: ([y, m, d]) => `${y}/${m}/${Number(d)}`,
}

describe("readDate", () => {
  test("a spreadsheet counts a 29 February 1900, which is no day, and is one behind before it", () => {
    const days = ["1", "59", "60", "60.5", "61"].map((text) => readDate(text, "excel-serial"))
    expect(days.map((day) => (isRefusal(day) ? day.refusal : day))).toEqual([
      ...["1900-01-01", "1900-02-28", "date-impossible", "date-impossible", "1900-03-01"],
    ])
  })

  test("reads back every day in every order, and ISO in any column", () => {
    fc.assert(
      fc.property(day, fc.constantFrom("dmy" as const, "mdy" as const, "ymd" as const), (date, order) => {
        expect(readDate(write[order](date.split("-")), order)).toBe(date)
        expect(readDate(date, order)).toBe(date)
        expect(readDate(date.replaceAll("-", ""), order)).toBe(date)
      }),
    )
  })

  test("whatever the text, the answer is an existing day or a reason", () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."0123456789/.- :T") }))
    fc.assert(
      fc.property(
        text,
        fc.constantFrom<DateFormat>("iso", "dmy", "mdy", "ymd", "excel-serial", "ambiguous"),
        (written, format) => {
          const read = readDate(written, format)
          expect(isRefusal(read) || isPlainDate(read)).toBe(true)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test("an undecided column never picks one of two meanings", () => {
    fc.assert(
      fc.property(day, (date) => {
        const [y = "", m = "", d = ""] = date.split("-")
        const read = readDate(`${d}/${m}/${y}`, "ambiguous")
        if (Number(d) <= 12 && d !== m) expect(read).toMatchObject({ refusal: "date-ambiguous" })
        else expect(read).toBe(date)
      }),
    )
  })

  test.each([
    ["25 March 2026", "2026-03-25"],
    ["March 25, 2026", "2026-03-25"],
    ["25. März 2026", "2026-03-25"],
    ["25 mars 2026", "2026-03-25"],
    ["1er août 2026", "2026-08-01"],
    ["25 de marzo de 2026", "2026-03-25"],
    ["Wed, 25 Mar 2026", "2026-03-25"],
    ["25-Mar-26", "2026-03-25"],
    ["25.03.26", "2026-03-25"],
    ["29.02.2024", "2024-02-29"],
    ["Mon Jan 05 2026", "2026-01-05"],
    ["Mar 5 2026", "2026-03-05"],
    ["mar. 3 mars 2026", "2026-03-03"],
    ["le 5 janvier 2026", "2026-01-05"],
    ["5 de março de 2026", "2026-03-05"],
    ["segunda-feira, 5 de janeiro de 2026", "2026-01-05"],
    ["15 set 2026", "2026-09-15"],
    ["2026年1月5日", "2026-01-05"],
    ["2026年12月31日(木)", "2026-12-31"],
    ["1° gennaio 2026", "2026-01-01"],
  ])("%s", (text, date) => {
    expect(readDate(text, "dmy")).toBe(date)
  })

  test.each([
    ["0000-00-00", "date-out-of-range"],
    ["0000-01-01", "date-out-of-range"],
    ["01.01.0000", "date-out-of-range"],
    ["0001-01-01", "date-out-of-range"],
    ["0206-03-25", "date-out-of-range"],
    ["2026-02-30", "date-impossible"],
    ["29.02.2026", "date-impossible"],
    ["32.13.2026", "date-impossible"],
    ["03/25/2026", "date-wrong-order"],
    ["2026", "not-a-date"],
    ["soon", "not-a-date"],
    ["1/2/3", "not-a-date"],
    ["99/99/99/99", "not-a-date"],
  ])("%s is refused: %s", (text, code) => {
    expect(readDate(text, "dmy")).toMatchObject({ refusal: code })
  })

  test("day numbers of spreadsheets only in a column of day numbers", () => {
    expect(readDate("46106", "excel-serial")).toBe("2026-03-25")
    expect(readDate("46106", "ambiguous")).toMatchObject({ refusal: "not-a-date" })
  })
})

describe("readMoment", () => {
  test.each([
    ["2026-03-25", "2026-03-25"],
    ["2026-03-25T14:30:00Z", "2026-03-25T14:30:00.000Z"],
    ["2026-03-25T14:30:00.250+02:00", "2026-03-25T12:30:00.250Z"],
    ["25.03.2026 14:30", "2026-03-25T14:30:00.000Z"],
    ["25/03/2026, 2:30 pm", "2026-03-25T14:30:00.000Z"],
    ["25/03/2026 12:05 AM", "2026-03-25T00:05:00.000Z"],
    ["25/03/2026 3 PM", "2026-03-25T15:00:00.000Z"],
    ["5/3/26 3pm", "2026-03-05T15:00:00.000Z"],
    ["25/03/2026 3:05:10 p. m.", "2026-03-25T15:05:10.000Z"],
    ["25.03.2026, 14.30 Uhr", "2026-03-25T14:30:00.000Z"],
    ["25/03/2026 14h30", "2026-03-25T14:30:00.000Z"],
    ["25/03/2026 à 14 h 30", "2026-03-25T14:30:00.000Z"],
    ["2026年3月25日 午後2:30", "2026-03-25T14:30:00.000Z"],
    ["2026年3月25日 14時30分", "2026-03-25T14:30:00.000Z"],
    ["2026-03-25 14:30:00 +0100", "2026-03-25T13:30:00.000Z"],
    ["2026-03-25T14:30+01", "2026-03-25T13:30:00.000Z"],
    ["2026-03-25T14:30:00-05:30", "2026-03-25T20:00:00.000Z"],
    ["2026-03-25 14:30 UTC+2", "2026-03-25T12:30:00.000Z"],
    ["2026-03-25 14:30 CEST", "2026-03-25T12:30:00.000Z"],
    ["Wed Mar 25 2026 14:30:00 GMT+0100 (Central European Standard Time)", "2026-03-25T13:30:00.000Z"],
    ["Wed, 25 Mar 2026 14:30:00 +0100", "2026-03-25T13:30:00.000Z"],
    ["2026-03-25T14:30:00+01:00[Europe/Berlin]", "2026-03-25T13:30:00.000Z"],
  ])("%s", (text, moment) => {
    expect(readMoment(text, "dmy", utcInstant)).toBe(moment)
  })

  test("a time that is none is refused", () => {
    for (const text of ["2026-03-25 24:00", "2026-03-25 12:60", "2026-03-25 13:00 pm", "2026-03-25 12:00:60"])
      expect(readMoment(text, "iso", utcInstant)).toMatchObject({ refusal: "date-impossible" })
  })

  test("local times follow the time zone over the change of clocks", () => {
    const toInstant = zonedClock("Europe/Berlin")
    expect(readMoment("2026-03-28 12:00", "iso", toInstant)).toBe("2026-03-28T11:00:00.000Z")
    expect(readMoment("2026-03-29 12:00", "iso", toInstant)).toBe("2026-03-29T10:00:00.000Z")
    expect(readMoment("2026-03-29 12:07:30", "iso", toInstant)).toBe("2026-03-29T10:07:30.000Z")
  })
})

describe("day numbers with a time", () => {
  test.each([
    ["46027.395833", "2026-01-05T09:30:00.000Z"],
    ["46027,3958", "2026-01-05T09:29:57.000Z"],
    ["46028", "2026-01-06"],
    ["46029.5", "2026-01-07T12:00:00.000Z"],
    ["46029.999999", "2026-01-08"],
  ])("%s", (text, moment) => {
    expect(readMoment(text, "excel-serial", utcInstant)).toBe(moment)
    expect(readDay(text, "excel-serial", zonedDay("UTC"))).toBe(moment.slice(0, 10))
  })
})

describe("readDay", () => {
  test.each([
    ["Europe/Berlin", "2025-12-31T23:00:00.000Z", "2026-01-01"],
    ["Europe/Berlin", "2026-03-29T22:00:00Z", "2026-03-30"],
    ["Europe/Berlin", "2026-03-28T22:30:00Z", "2026-03-28"],
    ["America/New_York", "2026-01-01T04:59:59Z", "2025-12-31"],
    ["America/New_York", "2026-01-01T05:00:00Z", "2026-01-01"],
    ["Asia/Tokyo", "2025-12-31 15:00:00+00:00", "2026-01-01"],
    ["Asia/Tokyo", "2026-01-01 00:30", "2026-01-01"],
    ["Asia/Kolkata", "2025-12-31T18:30:00.000Z", "2026-01-01"],
  ])("in %s, %s is %s", (zone, text, day) => {
    expect(readDay(text, "iso", zonedDay(zone))).toBe(day)
  })
})

describe("readWeek", () => {
  test.each([
    ["2026-W02", "2026-01-05"],
    ["2026W02", "2026-01-05"],
    ["2026-W02-3", "2026-01-07"],
    ["2026-W53", "2026-12-28"],
    ["2020-W01", "2019-12-30"],
    ["KW 2/2026", "2026-01-05"],
    ["KW02 2026", "2026-01-05"],
    ["2026 KW 2", "2026-01-05"],
    ["Week 2, 2026", "2026-01-05"],
    ["Semaine 2 2026", "2026-01-05"],
    ["2026-S02", "2026-01-05"],
    ["W02-2026", "2026-01-05"],
    ["2026年第2週", "2026-01-05"],
    ["2025-W53", "no-such-week"],
    ["2026-W00", "no-such-week"],
    ["2026-02", undefined],
    ["2026-01-05", undefined],
  ])("%s", (text, monday) => {
    expect(readWeek(text)).toBe(monday)
  })
})
