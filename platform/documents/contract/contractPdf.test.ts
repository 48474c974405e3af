import { extractText, getDocumentProxy, getMeta } from "unpdf"
import { expect, test } from "vitest"
import { openTypesetter } from "#platform/documents/pdf/typesetter"
import type { Contract } from "./contract.ts"
import { hardContract, hardNames, hostileText } from "./contractForTests.ts"
import { openContract } from "./contractPdf.ts"

const contract = openContract(openTypesetter())
/** The pages' texts, each as one line without marks of direction. */
const pagesOf = async (of: Contract) => {
  const document = await getDocumentProxy(new Uint8Array(contract(of)))
  const { text } = await extractText(document, { mergePages: false })
  const pages = text.map((page) => page.replaceAll(/[\u200b-\u200f\u202a-\u202e]/g, "").replaceAll(/\s+/g, " "))
  return { pages, all: pages.join(" "), meta: await getMeta(document), document }
}

test("one contract is the same bytes each time, and of another moment others", () => {
  expect(contract(hardContract).equals(contract(hardContract))).toBe(true)
  expect(contract(hardContract).equals(contract({ ...hardContract, madeAt: "2026-11-28T11:11:00.000Z" }))).toBe(false)
})

test("every word is printed as it is and none is run; title and owner are the file's own", async () => {
  const { all, meta } = await pagesOf(hardContract)
  // Heading, paragraph, sixty promises, one row of the trail.
  expect(all.replaceAll(" ", "").split(hostileText.replaceAll(" ", ""))).toHaveLength(64)
  expect(all).toContain("= a footnote, #footnote[not markup]")
  for (const name of [hardNames[0], hardNames[1], hardNames[3]]) expect(all).toContain(`${name} signs.`)
  expect(meta.info).toMatchObject({ Title: "Reseller agreement 2027", Author: "Nordwind & Co" })
})

test("each page says what it is, of which version, and which page of how many", async () => {
  const { pages } = await pagesOf(hardContract)
  expect(pages.length).toBeGreaterThan(4)
  for (const [at, page] of pages.entries()) {
    expect(page).toContain("Draft, version 3: binds nobody")
    expect(page).toContain(hardContract.foot)
    expect(page).toContain(`Page ${at + 1} of ${pages.length}`)
  }
})

test("the places to sign are never alone on a page: the last words of the text stand above them", async () => {
  const filler = (lines: number): Contract["clauses"][number] => ({
    ...{ number: "4", heading: "Last", level: 1 },
    content: Array.from({ length: lines }, (_, line) => ({ kind: "paragraph", words: [{ text: `Line ${line}.` }] })),
  })
  for (const lines of [1, 8, 16, 18, 20, 22, 24, 26, 28]) {
    const of = { ...hardContract, clauses: [...hardContract.clauses, filler(lines)], annexes: [] }
    const { certificate: _, ...unsigned } = of
    const { pages } = await pagesOf(unsigned)
    const signing = pages.find((page) => page.includes("Place, day")) ?? ""
    expect({ lines, stands: signing.includes(`Line ${lines - 1}.`) }).toEqual({ lines, stands: true })
    expect(signing.split("Place, day")).toHaveLength(3)
  }
})

test("the certificate says who signed, for whom, how, when by two clocks, from where, and in whose place", async () => {
  const { all } = await pagesOf(hardContract)
  for (const said of [
    "for 株式会社サトウ",
    "3 Mar 2027, 17:12:09 UTC 3 Mar 2027, 18:12:09 Europe/Berlin",
    "In place of Aya Mori, handed over by Aya Mori on 2 Mar 2027, 09:00:00 UTC: “I am on leave”",
    "Uploaded by Eva, not checked by us",
    "From the address not known",
    "203.0.113.7",
    "by itself was sealed",
    "Anybody can check this file at https://keelson.example/verify.",
  ])
    expect(all).toContain(said)
})

test("without a certificate there is none, and a mark that is not one is never drawn", async () => {
  const { certificate, ...unsigned } = hardContract
  expect((await pagesOf(unsigned)).all).not.toContain("Certificate of signatures")
  const [first] = certificate?.signatures ?? []
  if (!first || !certificate) throw new Error("the contract for tests is signed")
  const mark = { kind: "path", d: 'M0 0"/><image href="file:///etc/passwd"/>', width: 10, height: 10 } as const
  expect(() =>
    contract({ ...hardContract, certificate: { ...certificate, signatures: [{ ...first, mark }] } }),
  ).toThrow("cannot be drawn")
})

test("a sign that no font has is written by its number and said, in the language's own words", async () => {
  const { all } = await pagesOf({ ...hardContract, title: "Rocket \u{10F680}" })
  expect(all).toContain("Rocket [U+10F680]")
  expect(all).toContain("No font has U+10F680.")
})

test("a letter and its accent apart are one letter, and a word without end stays on the page", async () => {
  const { document, all } = await pagesOf({ ...hardContract, title: `Zu\u0308rich ${"x".repeat(300)}` })
  expect(all).toContain("Zürich")
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const [, , width = 0] = page.view
    for (const item of (await page.getTextContent()).items)
      if ("transform" in item) expect(item.transform[4] + item.width).toBeLessThan(width - 50)
  }
})
