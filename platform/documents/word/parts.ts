import type { Numbers } from "./written.ts"
import { xmlText } from "./written.ts"

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const words = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const officeTypes = "application/vnd.openxmlformats-officedocument"
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"

export const xmlPart = (content: string): Buffer => Buffer.from(`${head}${content}`)

const wordParts = ["styles", "numbering", "settings", "footer"] as const
const nameOf = (part: (typeof wordParts)[number]) => (part === "footer" ? "footer1" : part)

export const contentTypes = xmlPart(
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${officeTypes}.wordprocessingml.document.main+xml"/>${wordParts
    .map(
      (part) =>
        `<Override PartName="/word/${nameOf(part)}.xml" ContentType="${officeTypes}.wordprocessingml.${part}+xml"/>`,
    )
    .join(
      "",
    )}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/custom.xml" ContentType="${officeTypes}.custom-properties+xml"/></Types>`,
)

export const packageRels = xmlPart(
  `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="${relations}/custom-properties" Target="docProps/custom.xml"/></Relationships>`,
)

export const documentRels = xmlPart(
  `<Relationships xmlns="${packageRelations}">${wordParts
    .map((part, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/${part}" Target="${nameOf(part)}.xml"/>`)
    .join("")}</Relationships>`,
)
/** The relation of the foot, for the section that shows it. */
export const footRelation = `xmlns:r="${relations}"`
export const footId = `rId${wordParts.indexOf("footer") + 1}`

/** Word marks from the first word on what anybody writes into the file. */
export const settings = xmlPart(`<w:settings ${words}><w:trackRevisions/></w:settings>`)

const field = (name: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

/** Page and pages in figures: nothing that a language, or anybody's change, could be read from. */
export const footer = xmlPart(
  `<w:ftr ${words}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${field("PAGE")}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${field("NUMPAGES")}</w:p></w:ftr>`,
)

type Style = Readonly<{ id: string; name: string; paragraph?: string; run?: string; next?: string }>

const styleXml = ({ id, name, paragraph = "", run = "", next }: Style): string =>
  `<w:style w:type="paragraph"${id === "Normal" ? ' w:default="1"' : ""} w:styleId="${id}"><w:name w:val="${name}"/>${
    id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>'
  }${next === undefined ? "" : `<w:next w:val="${next}"/>`}<w:qFormat/>${paragraph === "" ? "" : `<w:pPr>${paragraph}</w:pPr>`}${run === "" ? "" : `<w:rPr>${run}</w:rPr>`}</w:style>`

const headingOf = (level: 1 | 2): Style => ({
  ...{ id: `Heading${level}`, name: `heading ${level}`, next: "Normal" },
  paragraph: `<w:keepNext/><w:numPr><w:ilvl w:val="${level - 1}"/><w:numId w:val="1"/></w:numPr><w:spacing w:before="${level === 1 ? 280 : 180}" w:after="80"/><w:outlineLvl w:val="${level - 1}"/>`,
  run: `<w:b/><w:sz w:val="${level === 1 ? 24 : 22}"/>`,
})

const goesOn = (depth: number): Style => ({
  ...{ id: `ListContinue${depth === 0 ? "" : depth + 1}`, name: `List Continue${depth === 0 ? "" : ` ${depth + 1}`}` },
  paragraph: `<w:ind w:left="${(depth + 1) * 454}"/>`,
})

export const stylesXml = (language: string): Buffer =>
  xmlPart(
    `<w:styles ${words}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Yu Gothic"/><w:sz w:val="21"/><w:lang w:val="${xmlText(language)}" w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${[
      { id: "Normal", name: "Normal" },
      { id: "Title", name: "Title", run: '<w:b/><w:sz w:val="36"/>' },
      { id: "Subtitle", name: "Subtitle", run: '<w:color w:val="555555"/><w:sz w:val="19"/>' },
      ...([1, 2] as const).map(headingOf),
      ...[0, 1, 2].map(goesOn),
    ]
      .map(styleXml)
      .join("")}</w:styles>`,
  )

const level = (at: number, format: string, text: string, more = ""): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${more === "" ? (at + 1) * 454 : 680}" w:hanging="${more === "" ? 340 : 680}"/></w:pPr></w:lvl>`

const kinds = { headings: 0, bullets: 1, numbers: 2 } as const

const abstract = (id: number, levels: readonly string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels.join("")}</w:abstractNum>`

/** Numbers of lists as they come: 1 is that of the headings, and each list begins anew. */
export const numbering = () => {
  const lists = new Map<string, Readonly<{ number: number; isNumbered: boolean }>>()
  return {
    numberOf: (id: string, isNumbered: boolean): number => {
      const known = lists.get(id) ?? { number: lists.size + 2, isNumbered }
      lists.set(id, known)
      return known.number
    },
    xml: (): Buffer => {
      const restarts = [0, 1, 2]
        .map((at) => `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="1"/></w:lvlOverride>`)
        .join("")
      const nums = [...lists.values()].map(
        ({ number, isNumbered }) =>
          `<w:num w:numId="${number}"><w:abstractNumId w:val="${isNumbered ? kinds.numbers : kinds.bullets}"/>${restarts}</w:num>`,
      )
      return xmlPart(
        `<w:numbering ${words}>${[
          abstract(kinds.headings, [
            level(0, "decimal", "%1", '<w:pStyle w:val="Heading1"/>'),
            level(1, "decimal", "%1.%2", '<w:pStyle w:val="Heading2"/>'),
          ]),
          abstract(
            kinds.bullets,
            ["•", "–", "•"].map((sign, at) => level(at, "bullet", sign)),
          ),
          abstract(
            kinds.numbers,
            [
              ["decimal", "%1."],
              ["lowerLetter", "%2)"],
              ["lowerRoman", "%3."],
            ].map(([format = "", text = ""], at) => level(at, format, text)),
          ),
          `<w:num w:numId="1"><w:abstractNumId w:val="${kinds.headings}"/></w:num>`,
          ...nums,
        ].join("")}</w:numbering>`,
      )
    },
  }
}

export const numbers = (): Numbers => {
  let last = 0
  return () => {
    last += 1
    return last
  }
}

type Facts = Readonly<{ title: string; owner: string; madeAt: string }>

export const coreProperties = ({ title, owner, madeAt }: Facts): Buffer =>
  xmlPart(
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(owner)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${xmlText(madeAt)}</dcterms:created></cp:coreProperties>`,
  )

/** What the file was made of, in names and values that other programs keep. */
export const customProperties = (properties: Readonly<Record<string, string>>): Buffer =>
  xmlPart(
    `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${Object.entries(
      properties,
    )
      .map(
        ([name, value], at) =>
          `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${at + 2}" name="${xmlText(name)}"><vt:lpwstr>${xmlText(value)}</vt:lpwstr></property>`,
      )
      .join("")}</Properties>`,
  )
