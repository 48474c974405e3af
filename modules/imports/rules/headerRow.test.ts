import { describe, expect, test } from "vitest"
import { field } from "#core/importable/field"
import { distinctHeaders, findHeaderRow, knownHeadersOf } from "./headerRow.ts"

const known = knownHeadersOf([
  { fields: [field("partner", "Partner", "name", "firma"), field("kind", "Kind", "text", "art, value, target, unit")] },
])

describe("findHeaderRow", () => {
  test.each([
    [
      0,
      [
        ["partner", "kind"],
        ["Acme", "call"],
      ],
    ],
    [
      2,
      [
        ["Activities 2026", ""],
        ["", ""],
        ["Firma", "Art"],
        ["Acme", "Anruf"],
      ],
    ],
    [
      1,
      [
        ["Q1", "", "Q2", ""],
        ["Partner", "Value", "Target", "Unit"],
        ["Acme", "1", "2", "EUR"],
      ],
    ],
    [
      0,
      [
        ["foo", "bar"],
        ["1", "2026-01-01"],
      ],
    ],
    [
      undefined,
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    [undefined, [["Dear Ada"], ["how are you"]]],
    [undefined, []],
  ])("row %s", (at, rows) => {
    expect(findHeaderRow(rows, known)).toBe(at)
  })

  test("enormous cells are looked at in no time", () => {
    const hostile = [
      "1".repeat(1_000_000),
      " ".repeat(1_000_000).concat("$"),
      "a@".repeat(500_000),
      `1${" ".repeat(1_000_000)}x`,
    ]
    // Whatever looks at a cell more than once per character would take hours.
    expect(findHeaderRow([hostile, hostile], known)).toBeUndefined()
  })
})

describe("distinctHeaders", () => {
  test("numbers what occurs twice, also when the number is taken", () => {
    expect(distinctHeaders(["a", "a (2)", "a", " a ", ""])).toEqual(["a", "a (2)", "a (3)", "a (4)", ""])
  })
})
