import { parse } from "csv-parse/sync"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { harmless } from "#core/harmless"
import { errorFile } from "./errorFile.ts"

const written = async (fill: (file: ReturnType<typeof errorFile>) => void, headers = ["partner", "occurred_on"]) => {
  const file = errorFile(headers)
  fill(file)
  file.stream.end()
  return (await Array.fromAsync(file.stream)).join("")
}

describe("errorFile", () => {
  test("holds the original cells, the line and the reasons in words", async () => {
    const text = await written(({ write }) => {
      write({ row: { line: 7, cells: ["Acme", "soon"] }, errors: [{ column: 1, reason: "not-a-date", params: {} }] })
      write({
        row: { line: 9, cells: ["A", "b", "c"] },
        errors: [{ reason: "too-many-cells", params: { found: 3, expected: 2 } }],
      })
    })
    expect(text.startsWith("\ufeff")).toBe(true)
    expect(parse(text, { bom: true, relax_column_count: true })).toEqual([
      ["partner", "occurred_on", "Line", "What to correct"],
      ["Acme", "soon", "7", "occurred_on: This is not a date. Write it as 2026-03-25."],
      ["A", "b", "9", "The row has 3 cells, the header has 2.", "c"],
    ])
  })

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u200b=1", "＝1"])(
    "%j is shown as text",
    (cell) => {
      expect(harmless(cell)).toBe(`'${cell}`)
    },
  )

  test("no cell can start a formula, whatever the input", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", " ", "a", "\ud800") }),
        (cell) => {
          expect(harmless(cell)).not.toMatch(/^\s*[=+\-@]/)
          expect(harmless(cell).isWellFormed()).toBe(true)
        },
      ),
    )
  })
})
