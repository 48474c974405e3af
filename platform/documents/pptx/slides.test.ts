import { parser } from "sax"
import { expect, test } from "vitest"
import { type Parts, unzip } from "#platform/archives/zip"
import { hardName, hardPaper } from "#platform/documents/paperForTests"
import { slidesOf } from "./slides.ts"

const presentation = await slidesOf(hardPaper)
const parts = unzip(presentation)
const workbooks = [...parts].filter(([path]) => path.endsWith(".xlsx")).map(([, content]) => unzip(content))
const textsIn = (all: Parts, path: RegExp) =>
  [...all].filter(([name]) => path.test(name)).map(([, content]) => content.toString("utf8"))

test("every part is well-formed, the workbooks of charts too", () => {
  let read = 0
  for (const archive of [parts, ...workbooks])
    for (const text of textsIn(archive, /\.(xml|rels)$/)) {
      const strict = parser(true)
      strict.onerror = (fault) => {
        throw fault
      }
      strict.write(text).close()
      read++
    }
  expect(read).toBeGreaterThan(40)
})

test("a name with signs of markup is whole in title, properties and charts", () => {
  const name = "Müller &amp; Söhne &lt;東京&gt;"
  expect(parts.get("docProps/core.xml")?.toString()).toContain(`<dc:title>${name}</dc:title>`)
  expect(parts.get("docProps/app.xml")?.toString()).toContain("Nordwind &amp; Co")
  expect(parts.get("ppt/slides/slide1.xml")?.toString()).toContain(name)
  expect(textsIn(parts, /charts\/chart\d/).join("")).toContain(`Contacts of ${name}`)
  expect(hardName).toBe("Müller & Söhne <東京>")
})

test("a week that is not known is a gap of the chart and an empty cell, and zero is zero in both", () => {
  const [chart = ""] = textsIn(parts, /charts\/chart\d/).filter((text) => text.includes("<c:lineChart>"))
  const values = /<c:val>.*?<\/c:val>/s.exec(chart)?.[0] ?? ""
  expect([...values.matchAll(/<c:pt idx="(\d)"><c:v>([^<]*)<\/c:v>/g)].map(([, at, value]) => [at, value])).toEqual([
    ["0", "6"],
    ["2", "0"],
    ["3", "4"],
  ])
  expect(chart).toContain('<c:dispBlanksAs val="gap"/>')
  const cells = workbooks
    .flatMap((each) => textsIn(each, /sheet1\.xml$/))
    .map((sheet) =>
      [...sheet.matchAll(/<c r="(B\d)"(?: t="s")?><v>([^<]*)<\/v>/g)].map(([, at, value]) => `${at}=${value}`),
    )
  expect(cells).toContainEqual(["B1=1", "B2=6", "B4=0", "B5=4"])
})

test("forty-three rows go over several slides, each with the head, and none reaches below its slide", () => {
  const slides = textsIn(parts, /ppt\/slides\/slide\d+\.xml$/).filter((text) =>
    text.includes("Promise &amp; &lt;what&gt;"),
  )
  expect(slides.length).toBeGreaterThan(2)
  const rows = slides.flatMap((slide) => [...slide.matchAll(/<a:t>Promise \d+ &amp; &lt;b&gt;<\/a:t>/g)])
  expect(rows).toHaveLength(42)
  for (const slide of slides) {
    const [, top = "", ,] = /<p:graphicFrame>.*?<a:off x="\d+" y="(\d+)"/s.exec(slide) ?? []
    const tall = [...slide.matchAll(/<a:tr h="(\d+)"/g)].reduce((sum, [, height]) => sum + Number(height), 0)
    expect(Number(top) + tall).toBeLessThan(7.0 * 914_400)
  }
})

test("no text is smaller than ten points", () => {
  const sizes = textsIn(parts, /ppt\/(slides|charts)\/\w+\.xml$/).flatMap((text) =>
    [...text.matchAll(/\bsz="(\d+)"/g)].map(([, size]) => Number(size)),
  )
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1_000)
})

test("two presentations of one moment are the same bytes", async () => {
  expect((await slidesOf(hardPaper)).equals(presentation)).toBe(true)
})
