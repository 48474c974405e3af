import { expect, test } from "vitest"
import { csvOf } from "./exportCsv.ts"

test("a cell that a spreadsheet would run is made text; numbers and quotes stay what they are", () => {
  expect(csvOf([['=HYPERLINK("x")', "+1", "-1", "@a", " =1+1", "Größe, Söhne", -5, 0.25, null]])).toBe(
    `\uFEFF"'=HYPERLINK(""x"")",'+1,'-1,'@a,' =1+1,"Größe, Söhne",-5,0.25,\r\n`,
  )
})
