import { describe, expect, test } from "vitest"
import { type FieldTable, field } from "#core/importable/field"
import { detectFormats } from "./detectFormats.ts"

const table: FieldTable = {
  fields: [
    field("happened", "When", "moment", ""),
    field("ends_on", "End", "date", ""),
    field("value", "Value", "number", ""),
    field("amount", "Amount", "money", ""),
  ],
}

const rows = (...lines: string[][]) => lines.map((cells, at) => ({ line: at + 2, cells }))
const dates = (...texts: string[]) => detectFormats(table, ["happened"], rows(...texts.map((text) => [text])))
const numbers = (...texts: string[]) => detectFormats(table, ["value"], rows(...texts.map((text) => [text])))

describe("dates", () => {
  test.each([
    ["iso", ["2026-03-25", "2026-03-05T10:00:00Z"]],
    ["ymd", ["2026/03/25", "2026/03/05"]],
    ["dmy", ["05.03.2026", "25.03.2026"]],
    ["mdy", ["05/03/2026", "03/25/2026 10:00"]],
    ["excel-serial", ["46106", "45000"]],
    ["ambiguous", ["2026", "soon"]],
    ["ambiguous", ["12", "46106"]],
  ])("%s: %j", (format, texts) => {
    const found = dates(...texts)
    expect(found.formats[0]?.dates).toBe(format)
    expect(found.questions).toEqual([])
  })

  test("names the row that decided", () => {
    expect(dates("05/03/2026", "", "25/03/2026", "26/03/2026").evidence[0]).toEqual([
      { line: 4, text: "25/03/2026", reason: "only-day-first", meaning: "2026-03-25" },
    ])
  })

  test("asks when nothing decides, with what each answer would mean", () => {
    expect(dates("05/03/2026", "06/03/2026").questions).toEqual([
      {
        column: 0,
        kind: "date-order",
        choices: [
          { format: "dmy", means: "2026-03-05" },
          { format: "mdy", means: "2026-05-03" },
        ],
        examples: ["05/03/2026", "06/03/2026"],
      },
    ])
  })

  test("asks when the rows contradict each other", () => {
    const found = dates("25/03/2026", "03/25/2026", "01/02/2026")
    expect(found.formats[0]?.dates).toBe("ambiguous")
    expect(found.evidence[0]?.map(({ reason }) => reason)).toEqual(["only-day-first", "only-month-first"])
    expect(found.questions).toHaveLength(1)
  })

  test("two-digit years after hyphens may come first", () => {
    expect(dates("05-03-04").questions[0]?.choices.map(({ format }) => format)).toEqual(["dmy", "mdy", "ymd"])
    expect(dates("05-03-04", "25-03-99").formats[0]?.dates).toBe("dmy")
  })

  test("another column's order is suggested, not taken", () => {
    const found = detectFormats(table, ["happened", "ends_on"], rows(["25/03/2026", "01/02/2026"]))
    expect(found.formats.map((format) => format.dates)).toEqual(["dmy", "ambiguous"])
    expect(found.questions[0]).toMatchObject({ column: 1, suggested: "dmy" })
  })
})

describe("decimals", () => {
  test.each([
    ["comma", ["1.234", "1,5"]],
    ["point", ["1,234", "1.5"]],
    ["comma", ["1.234.567"]],
    ["point", ["12,34,567", "1,234"]],
    ["ambiguous", ["1", "2"]],
  ])("%s: %j", (format, texts) => {
    const found = numbers(...texts)
    expect(found.formats[0]?.decimals).toBe(format)
    expect(found.questions).toEqual([])
  })

  test("asks about 1.234", () => {
    expect(numbers("7", "1.234").questions).toEqual([
      {
        column: 0,
        kind: "decimals",
        choices: [
          { format: "point", means: "1.234" },
          { format: "comma", means: "1234" },
        ],
        examples: ["1.234"],
      },
    ])
  })

  test("looks past currencies", () => {
    expect(detectFormats(table, ["amount"], rows(["€ 1.234,50"])).formats[0]?.decimals).toBe("comma")
  })
})
