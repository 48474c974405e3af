import { expect, test } from "vitest"
import { withEveryForm } from "./plurals.ts"

const texts = {
  rows_one: "1 fila",
  rows_other: "{{count}} filas",
  more: { left_one: "x", left_many: "m", left_other: "y" },
}

test("whole millions are said as other numbers where a language has a form for them that is not written", () => {
  expect(withEveryForm(texts, "es")).toEqual({
    rows_one: "1 fila",
    rows_other: "{{count}} filas",
    rows_many: "{{count}} filas",
    more: { left_one: "x", left_many: "m", left_other: "y" },
  })
})

test("languages without that form are left as they are", () => {
  for (const language of ["en", "de", "ja"]) expect(withEveryForm(texts, language)).toBe(texts)
})
