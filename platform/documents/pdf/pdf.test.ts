import { extractText, getDocumentProxy, getMeta } from "unpdf"
import { expect, test } from "vitest"
import type { Paper } from "#platform/documents/paper"
import { hardName, hardPaper } from "#platform/documents/paperForTests"
import { openPdf } from "./pdf.ts"
import { openTypesetter } from "./typesetter.ts"

const pdf = openPdf(openTypesetter())
const textOf = async (paper: Paper) => {
  const document = await getDocumentProxy(new Uint8Array(pdf(paper)))
  const { text, totalPages } = await extractText(document, { mergePages: true })
  return { text: text.replaceAll(/\s+/g, " "), totalPages, meta: await getMeta(document) }
}
const titled = (title: string): Paper => ({ ...hardPaper, title, blocks: [], footnotes: [] })

test("two documents of one moment are the same bytes, and another moment's are not", () => {
  expect(pdf(hardPaper).equals(pdf(hardPaper))).toBe(true)
  expect(pdf(hardPaper).equals(pdf({ ...hardPaper, madeAt: "2026-11-28T11:11:00.000Z" }))).toBe(false)
})

test("names are printed and never run, in text, heads and properties", async () => {
  const { text, meta } = await textOf(hardPaper)
  for (const said of [
    hardName,
    '#eval("x") *not bold* $x$ @ref <script>alert(1)</script>',
    "#footnote[not markup]",
    "Promise 42 & <b>",
  ])
    expect(text).toContain(said)
  expect(meta.info).toMatchObject({ Title: hardName, Author: 'Ana "<Berg>" & Söhne' })
})

test("Japanese, Polish, Greek and Hebrew are text that can be found again", async () => {
  const { text } = await textOf(titled("東京 Zażółć gęślą jaźń Ελλάς שלום"))
  expect(text).toContain("東京 Zażółć gęślą jaźń Ελλάς")
  // Extraction wraps what runs from right to left in marks of direction.
  expect(text.replaceAll(/[\u2000-\u206f]/g, "")).toContain("שלום")
})

test("a letter and its accent apart are the letter that the font has", async () => {
  expect((await textOf(titled("Zu\u0308rich"))).text).toContain("Zürich")
})

test("a sign that no font has is written by its number and said, not drawn as a box", async () => {
  // Of nobody's script: fonts of the machine may have letters and pictures that ours have not.
  const { text } = await textOf(titled("Rocket \u{10F680} \u{10D55C}\u{10AD6D} GmbH"))
  expect(text).toContain("Rocket [U+10F680] [U+10D55C][U+10AD6D] GmbH")
  expect(text).toContain("No font has U+10F680, U+10D55C, U+10AD6D.")
})

test("half a sign, signs that join others, and signs for machines do no harm", async () => {
  for (const title of [
    "half \ud83d",
    "family 👨‍👩‍👧 end",
    "control \u0007\u0000 end",
    "right \u202eto left",
    "x".repeat(400),
  ])
    expect((await textOf(titled(title))).totalPages).toBe(1)
})

test("the head of a table stands on every page it goes on", async () => {
  const { text, totalPages } = await textOf(hardPaper)
  expect(totalPages).toBeGreaterThan(1)
  expect(text.split("Promise & <what>")).toHaveLength(totalPages + 1)
})
