import fc from "fast-check"
import { expect, test } from "vitest"
import { cleanFileName, extensionOf } from "./fileName.ts"

test.each([
  ["Vertrag Müller & Söhne.pdf", "Vertrag Müller & Söhne.pdf"],
  ["契約書 佐藤.pdf", "契約書 佐藤.pdf"],
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\kim\\offer.docx", "offer.docx"],
  ["..", "file"],
  ["", "file"],
  [".htaccess", "htaccess"],
  ["a\u0000b\r\nc.pdf", "a b c.pdf"],
  ["invoice\u202efdp.exe", "invoicefdp.exe"],
  ['q1: "final"?.xlsx', "q1_ _final__.xlsx"],
  ["report.pdf. . ", "report.pdf"],
  ["half \ud83d.pdf", "half \ufffd.pdf"],
  ["👩‍👩‍👧 plan.pdf", "👩‍👩‍👧 plan.pdf"],
  ["Scho\u0308n.pdf", "Schön.pdf"],
])("%j is kept as %j", (given, kept) => {
  expect(cleanFileName(given)).toBe(kept)
})

test("a name of 300 characters keeps its beginning and its ending, and no sign is cut in two", () => {
  const long = cleanFileName(`${"👩‍👩‍👧".repeat(60)}.pdf`)
  expect(long.length).toBeLessThanOrEqual(200)
  expect(long).toMatch(/^(👩‍👩‍👧)+\.pdf$/u)
  expect(cleanFileName("x".repeat(300))).toHaveLength(200)
})

test("whatever is given, the name kept is one line of text that any system takes, and stays as it is the second time", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (given) => {
      const name = cleanFileName(given)
      expect(name.length).toBeGreaterThan(0)
      expect(name.length).toBeLessThanOrEqual(200)
      expect(name).not.toMatch(/[\p{Cc}/\\<>:"|?*\u202a-\u202e\u2066-\u2069]/u)
      expect(name.isWellFormed()).toBe(true)
      expect(cleanFileName(name)).toBe(name)
    }),
    { numRuns: 30 },
  )
}, 120_000)

test.each([
  ["a.PDF", "pdf"],
  ["a.tar.gz", "gz"],
  ["a", ""],
  ["a.", ""],
])("the ending of %s is %j", (name, ending) => {
  expect(extensionOf(name)).toBe(ending)
})
