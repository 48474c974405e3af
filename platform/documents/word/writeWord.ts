import type { WordParagraph } from "#core/wordParagraphs"
import { zip } from "#platform/archives/zip"
import {
  contentTypes,
  coreProperties,
  customProperties,
  documentRels,
  footer,
  footId,
  footRelation,
  numbering,
  numbers,
  packageRels,
  settings,
  stylesXml,
  words,
  xmlPart,
} from "./parts.ts"
import { bodyXml, xmlText } from "./written.ts"

/** An agreement's text as a file for Word. */
export type WordDocument = Readonly<{
  /** BCP 47. */
  language: string
  title: string
  /** Below the title, before the first clause. */
  head: readonly string[]
  /** By this bookmark, at the title, the file is known where its properties were lost. */
  anchor: string
  owner: string
  madeAt: string
  properties: Readonly<Record<string, string>>
  paragraphs: readonly WordParagraph[]
}>

/** Twentieths of a point: A4 with 2.5 cm around. */
const section = (foot: string) =>
  `<w:sectPr><w:footerReference w:type="default" r:id="${foot}"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>`

const styled = (style: string, text: string, before = ""): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${before}<w:r><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r></w:p>`

/** The same document is the same bytes, so that a file can be told from one that was made of something else. */
export const writeWord = (document: WordDocument): Buffer => {
  const { title, head, anchor, paragraphs, language, properties } = document
  const [next, lists] = [numbers(), numbering()]
  const number = next()
  const mark = `<w:bookmarkStart w:id="${number}" w:name="${xmlText(anchor)}"/><w:bookmarkEnd w:id="${number}"/>`
  const body = [
    styled("Title", title, mark),
    ...head.map((line) => styled("Subtitle", line)),
    bodyXml(paragraphs, lists.numberOf, next),
    section(footId),
  ].join("")
  return zip(
    new Map([
      ["[Content_Types].xml", contentTypes],
      ["_rels/.rels", packageRels],
      ["word/document.xml", xmlPart(`<w:document ${words} ${footRelation}><w:body>${body}</w:body></w:document>`)],
      ["word/_rels/document.xml.rels", documentRels],
      ["word/styles.xml", stylesXml(language)],
      ["word/numbering.xml", lists.xml()],
      ["word/settings.xml", settings],
      ["word/footer1.xml", footer],
      ["docProps/core.xml", coreProperties(document)],
      ["docProps/custom.xml", customProperties(properties)],
    ]),
  )
}
