import { randomBytes } from "node:crypto"
import { expect, test } from "vitest"
import { type WordParagraph, wordLooks } from "#core/wordParagraphs"
import { unzip, zip } from "#platform/archives/zip"
import { edited } from "#test/wordFiles"
import { readWord } from "./readWord.ts"
import { writeWord } from "./writeWord.ts"

const file = writeWord({
  ...{ language: "en", title: "Frame", head: [], anchor: "kd_x", owner: "Nordwind", properties: {}, paragraphs: [] },
  madeAt: "2026-03-02T09:00:00.000Z",
})
const by = 'w:id="1" w:author="Kim" w:date="2026-03-02T09:00:00Z"'
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const gone = (text: string) => `<w:del ${by}><w:r><w:delText>${text}</w:delText></w:r></w:del>`

/** A file whose body is this, as Word or another program would have written it. */
const read = async (body: string, more: (parts: Map<string, string>) => void = () => {}) => {
  const found = await readWord(
    edited(file, (parts) => {
      const document = parts.get("word/document.xml") ?? ""
      parts.set("word/document.xml", document.replace(/<w:p>.*?<\/w:p>/, body))
      more(parts)
    }),
  )
  if (typeof found === "string") throw new Error(found)
  return found
}
const sideOf = (paragraphs: readonly WordParagraph[], side: "before" | "after") =>
  paragraphs
    .map(({ runs, end }) => {
      const words = runs.filter((each) => each[side]).map(({ text }) => text)
      return `${words.join("")}${end[side] ? "|" : ""}`
    })
    .join("")
const sides = async (body: string) => {
  const { paragraphs } = await read(body)
  return [sideOf(paragraphs, "before"), sideOf(paragraphs, "after")]
}

test("what moved stands where it was before, and where it is after, and in neither place twice", async () => {
  const moved = (side: string) =>
    `<w:p><w:pPr><w:rPr><w:${side} ${by}/></w:rPr></w:pPr><w:${side}RangeStart ${by} w:name="m"/><w:${side} ${by}>${run("two")}</w:${side}><w:${side}RangeEnd w:id="1"/></w:p>`
  expect(await sides(`${moved("moveTo")}<w:p>${run("one")}</w:p>${moved("moveFrom")}<w:p/>`)).toEqual([
    "one|two||",
    "two|one||",
  ])
})

test("an end of a paragraph that was taken out or put in joins, and takes no words with it", async () => {
  const marked = (mark: string) => `<w:p><w:pPr><w:rPr><w:${mark} ${by}/></w:rPr></w:pPr>${run("first ")}</w:p>`
  expect(await sides(`${marked("del")}<w:p>${run("second")}</w:p>`)).toEqual(["first |second|", "first second|"])
  expect(await sides(`${marked("ins")}<w:p>${run("second")}</w:p>`)).toEqual(["first second|", "first |second|"])
})

test("a change of numbering or looks takes neither words nor ends, and looks are counted", async () => {
  const { paragraphs, left } = await read(
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/><w:ins ${by}/></w:numPr><w:pPrChange ${by}><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:b w:val="0"/><w:i/><w:rPrChange ${by}><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>words</w:t></w:r></w:p>`,
  )
  expect(sideOf(paragraphs, "before")).toBe("words|")
  expect(paragraphs[0]).toMatchObject({ heading: 0, end: { before: true, after: true } })
  expect(paragraphs[0]?.runs[0]?.looks).toEqual([wordLooks[1]])
  expect(left).toMatchObject({ formatting: 2 })
})

test("words in controls, links, fields and other wrappers are read; put in and taken out again they are nowhere", async () => {
  const control = (inner: string) =>
    `<w:sdt><w:sdtPr><w:tag w:val="goog_rdk_0"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("4")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  expect(
    await sides(
      control(
        `<w:p>${control(run("1"))}<w:hyperlink>${run("2")}</w:hyperlink><w:smartTag>${run("3")}</w:smartTag>${field}<w:ins ${by}>${gone("5")}</w:ins></w:p>`,
      ),
    ),
  ).toEqual(["1234|", "1234|"])
})

test("what is said in two ways is read once, and a reading aid above the signs is no word", async () => {
  const twice = `<mc:AlternateContent xmlns:mc="x"><mc:Choice Requires="wps">${run("one")}</mc:Choice><mc:Fallback>${run("one")}</mc:Fallback></mc:AlternateContent>`
  const ruby = `<w:r><w:ruby><w:rt><w:r><w:t>けいやく</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>契約</w:t></w:r></w:rubyBase></w:ruby></w:r>`
  expect(await sides(`<w:p>${twice}${ruby}</w:p>`)).toEqual(["one契約|", "one契約|"])
})

test("what no clause can hold is counted: tables, pictures, text boxes, notes, formulas, headers with words", async () => {
  const table = `<w:tbl><w:tr><w:tc><w:tbl/><w:p>${run("in a table")}</w:p></w:tc></w:tr></w:tbl>`
  const { left, paragraphs } = await read(
    `<w:p>${run("words")}<w:r><w:drawing><w:txbxContent><w:p>${run("in a box")}</w:p></w:txbxContent></w:drawing></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:oMath><w:r><w:t>x</w:t></w:r></w:oMath></w:p>${table}`,
  )
  expect(left).toEqual({
    ...{ tables: 1, pictures: 1, footnotes: 1, formulas: 1, headers: 0, formatting: 0, embedded: 0 },
  })
  expect(sideOf(paragraphs, "after")).toBe("words|")
})

test("the document is found by what the package says, whatever its part is called", async () => {
  const parts = new Map(unzip(file))
  const named = (from: string, to: string) => {
    parts.set(to, parts.get(from) ?? Buffer.alloc(0))
    parts.delete(from)
  }
  named("word/document.xml", "word/document22.xml")
  named("word/_rels/document.xml.rels", "word/_rels/document22.xml.rels")
  parts.set(
    "_rels/.rels",
    Buffer.from((parts.get("_rels/.rels") ?? "").toString().replace("word/document.xml", "/word/document22.xml")),
  )
  expect(await readWord(zip(parts))).toMatchObject({ paragraphs: [{ runs: [{ text: "Frame" }] }] })
})

test("styles are headings by what they are, whatever a program calls them", async () => {
  const { paragraphs } = await read(
    `<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr>${run("one")}</w:p><w:p><w:pPr><w:pStyle w:val="Own"/></w:pPr>${run("two")}</w:p><w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr>${run("three")}</w:p>`,
    (parts) =>
      parts.set(
        "word/styles.xml",
        (parts.get("word/styles.xml") ?? "").replace(
          "</w:styles>",
          '<w:style w:styleId="berschrift1"><w:name w:val="Heading 1"/></w:style><w:style w:styleId="Own"><w:name w:val="Clause"/><w:basedOn w:val="Heading2"/></w:style></w:styles>',
        ),
      ),
  )
  expect(paragraphs.map(({ heading }) => heading)).toEqual([1, 2, 0])
})

test("what stands beside the text is read once, and only as much of it as a text has", async () => {
  const rels = "word/_rels/document.xml.rels"
  const kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  const words = (bytes: number) => randomBytes(bytes / 2).toString("hex")
  const related = (kind: string, name: string, content: string, times = 1) =>
    edited(file, (parts) => {
      parts.set(`word/${name}.xml`, `<w:x xmlns:w="w">${content}</w:x>`)
      const one = () => `<Relationship Id="r${words(16)}" Type="${kinds}/${kind}" Target="${name}.xml"/>`
      const all = Array.from({ length: times }, one).join("")
      parts.set(rels, (parts.get(rels) ?? "").replace("</Relationships>", `${all}</Relationships>`))
    })
  const comment = (bytes: number) => `<w:comment w:id="1"><w:p><w:r><w:t>${words(bytes)}</w:t></w:r></w:p></w:comment>`
  expect(await readWord(related("header", "header7", "<w:p><w:r><w:t>Head</w:t></w:r></w:p>", 1_000))).toMatchObject({
    left: { headers: 1 },
  })
  expect(await readWord(related("comments", "comments7", comment(1_000_000)))).toMatchObject({
    comments: [{ id: "1", text: expect.stringMatching(/^[0-9a-f]{1000000}$/) }],
  })
  expect(await readWord(related("comments", "comments7", comment(9_000_000)))).toBe("too-large")
  expect(await readWord(related("header", "header7", words(20), 20_000))).toBe("broken")
})

test("a locked, broken or swollen file is named as that, and entities are not resolved", async () => {
  expect(await readWord(Buffer.from("PK\u0003\u0004 nothing"))).toBe("broken")
  expect(await readWord(file.subarray(0, file.length - 30))).toBe("broken")
  const locked = Buffer.from(file)
  locked.writeUInt16LE(
    locked.readUInt16LE(locked.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8) | 1,
    locked.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8,
  )
  expect(await readWord(locked)).toBe("locked")
  const swollen = edited(file, (parts) => parts.set("word/document.xml", "a".repeat(20_000_000)))
  expect(await readWord(swollen)).toBe("too-large")
  const entity = edited(file, (parts) => {
    const body = parts.get("word/document.xml") ?? ""
    parts.set("word/document.xml", body.replace("<w:document", '<!DOCTYPE a [<!ENTITY e "Frame">]><w:document'))
  })
  expect(await readWord(entity)).toBe("broken")
  expect(await read(`<w:p>${run("&amp;#65; &lt;b&gt; &#x41;")}</w:p>`)).toMatchObject({
    paragraphs: [{ runs: [{ text: "&#65; <b> A" }] }],
  })
})
