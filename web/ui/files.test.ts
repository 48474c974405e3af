import { expect, test } from "vitest"
import { csvOf } from "./files.tsx"

test("a cell that a spreadsheet would run is made text; numbers and quotes stay what they are", async () => {
  const file = csvOf([['=HYPERLINK("x")', "+1", "-1", "@a", " =1+1", "Größe, Söhne", -5, 0.25, null]])
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(await file.arrayBuffer())).toBe(
    `\uFEFF"'=HYPERLINK(""x"")",'+1,'-1,'@a,' =1+1,"Größe, Söhne",-5,0.25,\r\n`,
  )
})
