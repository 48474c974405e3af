import { unzip, zip } from "#platform/archives/zip"

export const by = 'w:author="Kim Lee" w:date="2026-03-04T10:00:00Z"'
const words = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/** A file as somebody saved it in Word: its parts may be changed as text, and new ones added. */
export const edited = (bytes: Buffer, edit: (parts: Map<string, string>) => void): Buffer => {
  const parts = new Map([...unzip(bytes)].map(([name, content]) => [name, content.toString()]))
  edit(parts)
  return zip(new Map([...parts].map(([name, content]) => [name, Buffer.from(content)])))
}

/** Replaces one part of the body; a test that changes nothing is told so. */
export const inBody = (parts: Map<string, string>, from: string | RegExp, to: string): void => {
  const body = parts.get("word/document.xml") ?? ""
  const changed = body.replace(from, to)
  if (changed === body) throw new Error(`not in the file: ${from}`)
  parts.set("word/document.xml", changed)
}

export const tracked = (from: string, to: string) =>
  `<w:del w:id="901" ${by}><w:r><w:delText xml:space="preserve">${from}</w:delText></w:r></w:del><w:ins w:id="902" ${by}><w:r><w:t xml:space="preserve">${to}</w:t></w:r></w:ins>`

/** What a value that stands in the words looks like in a file. */
export const shown = (value: string) =>
  `<w:sdtContent><w:r><w:t xml:space="preserve">${value}</w:t></w:r></w:sdtContent>`

/** The paragraphs of a clause as they stand in the body, from its heading on. */
export const clauseIn = (body: string, heading: string): string => {
  const paragraphs = body.match(/<w:p>.*?<\/w:p>/gs) ?? []
  const at = paragraphs.findIndex((each) => each.includes(`>${heading}</w:t>`))
  const rest = paragraphs.slice(at + 1)
  const end = rest.findIndex((each) => /<w:pStyle w:val="Heading/.test(each))
  return [paragraphs[at], ...(end < 0 ? rest : rest.slice(0, end))].join("")
}

/** Paragraphs as Word writes them where they were moved from, or to: marks around the words, and on the ends. */
export const moved = (paragraphs: string, side: "moveFrom" | "moveTo"): string => {
  const mark = `<w:rPr><w:${side} w:id="903" ${by}/></w:rPr>`
  return paragraphs
    .replaceAll(/<w:bookmark(?:Start|End)[^>]*\/>/g, "")
    .replaceAll(/<w:p>(?:<w:pPr>(.*?)<\/w:pPr>)?/gs, (_, properties = "") => `<w:p><w:pPr>${properties}${mark}</w:pPr>`)
    .replaceAll(/<w:r>.*?<\/w:r>/gs, (run) => `<w:${side} w:id="904" ${by}>${run}</w:${side}>`)
}

const addPart = (parts: Map<string, string>, kind: "comments" | "header", content: string): void => {
  const name = kind === "header" ? "header1" : kind
  parts.set(`word/${name}.xml`, content)
  const put = (part: string, before: string, what: string) =>
    parts.set(part, (parts.get(part) ?? "").replace(before, `${what}${before}`))
  put(
    "[Content_Types].xml",
    "</Types>",
    `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`,
  )
  put(
    "word/_rels/document.xml.rels",
    "</Relationships>",
    `<Relationship Id="rId90${kind.length}" Type="${relations}/${kind}" Target="${name}.xml"/>`,
  )
}

export const withHeader = (parts: Map<string, string>, text: string): void => {
  addPart(parts, "header", `<w:hdr ${words}><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:hdr>`)
  inBody(parts, "<w:sectPr>", '<w:sectPr><w:headerReference w:type="default" r:id="rId906"/>')
}

/** A comment on the words that are given, which stand in one run. */
export const withComment = (parts: Map<string, string>, on: string, text: string): void => {
  addPart(
    parts,
    "comments",
    `<w:comments ${words}><w:comment w:id="7" ${by} w:initials="KL"><w:p><w:r><w:annotationRef/></w:r><w:r><w:t>${text}</w:t></w:r></w:p></w:comment></w:comments>`,
  )
  const run = `<w:r><w:t xml:space="preserve">${on}</w:t></w:r>`
  inBody(
    parts,
    run,
    `<w:commentRangeStart w:id="7"/>${run}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>`,
  )
}
