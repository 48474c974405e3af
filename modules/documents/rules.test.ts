import { expect, test } from "vitest"
import { decideRows, fileNameOf, forms, mostInSheet, mostOnPaper } from "./rules.ts"

test("each form holds so many rows, and one more is refused with the forms that hold it", () => {
  const refused = (rows: number) => forms.filter((form) => decideRows(form, rows) !== true)
  expect(refused(mostOnPaper)).toEqual([])
  expect(refused(mostOnPaper + 1)).toEqual(["pdf", "pptx"])
  expect(refused(mostInSheet)).toEqual(["pdf", "pptx"])
  expect(refused(mostInSheet + 1)).toEqual(["pdf", "pptx", "xlsx"])
  expect(decideRows("pdf", mostOnPaper + 1)).toMatchObject({ refusal: "too-long-for-paper" })
})

test("a file is named after what it is of, whatever that is called", () => {
  expect(fileNameOf(["Müller / Söhne", "2026-11-23"], "pdf")).toBe("Müller Söhne 2026-11-23.pdf")
  expect(fileNameOf(["..\\..\\etc", "2026-11-23"], "xlsx")).toBe("etc 2026-11-23.xlsx")
  expect(fileNameOf(["x".repeat(500), "2026-11-23"], "ics")).toMatch(/^x{100,196}\.ics$/)
})
