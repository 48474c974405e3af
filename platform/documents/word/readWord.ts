import type { Readable } from "node:stream"
import { buffer } from "node:stream/consumers"
import type { WordParagraph } from "#core/wordParagraphs"
import { isZipFault, openZip, type ZipFault, type ZipParts } from "#platform/archives/zip-parts"
import { bodyReader, type Left } from "./bodyReader.ts"
import {
  commentsIn,
  headingStyles,
  numberedLists,
  propertiesIn,
  readPart,
  relationsOf,
  saysSomething,
  type WordComment,
} from "./wordParts.ts"

export type WordFile = Readonly<{
  paragraphs: readonly WordParagraph[]
  properties: ReadonlyMap<string, string>
  comments: readonly WordComment[]
  left: Left
}>
export type WordFault = ZipFault["fault"]

/** The text of an agreement has 300,000 characters at most; Word writes some twenty for each. */
const mostDocumentBytes = 16_000_000
/** Styles, lists, comments, headers and footers together: each is read, and what people said is shown. */
const mostBesides = 8_000_000
const limits = { entries: 2_000, mostBytes: 64_000_000, packingRatio: 200, partBytes: 1_000_000 }

/**
 * Reads a Word file that somebody sent: paragraphs with every tracked change, and nothing accepted or rejected by itself. What cannot be
 * taken is counted, not dropped in silence.
 */
export const readWord = async (content: Buffer | Readable): Promise<WordFile | WordFault> => {
  const zip = await openZip(Buffer.isBuffer(content) ? content : await buffer(content), limits)
  if (isZipFault(zip)) return zip.fault
  try {
    const parts = await partsOf(zip)
    if (!zip.has(parts.main)) return "broken"
    const size = parts.besides.reduce((sum, part) => sum + zip.size(part), 0)
    return zip.size(parts.main) > mostDocumentBytes || size > mostBesides ? "too-large" : await read(zip, parts)
  } catch {
    // Whatever is wrong with a stranger's XML: it cannot be read.
    return "broken"
  } finally {
    zip.close()
  }
}

type Parts = Awaited<ReturnType<typeof partsOf>>

/** Which parts are read, each once, however often a file refers to it. */
const partsOf = async (zip: ZipParts) => {
  const around = await relationsOf(zip, "")
  const main = around.get("officeDocument")?.[0] ?? "word/document.xml"
  const own = await relationsOf(zip, main)
  const one = (kind: string) => own.get(kind)?.[0]
  const [styles, numbering, comments] = [one("styles"), one("numbering"), one("comments")]
  const properties = around.get("custom-properties")?.[0]
  const headers = [...new Set([...(own.get("header") ?? []), ...(own.get("footer") ?? [])])]
  const besides = [styles, numbering, comments, properties, ...headers].filter((part) => part !== undefined)
  return { main, styles, numbering, comments, properties, headers, besides }
}

const read = async (zip: ZipParts, parts: Parts): Promise<WordFile> => {
  const { listener, paragraphs, left } = bodyReader({
    headings: await headingStyles(zip, parts.styles),
    isNumbered: await numberedLists(zip, parts.numbering),
  })
  await readPart(zip, parts.main, listener)
  let headers = 0
  for (const part of parts.headers) if (zip.has(part) && (await saysSomething(zip, part))) headers += 1
  return {
    paragraphs,
    properties: await propertiesIn(zip, parts.properties),
    comments: await commentsIn(zip, parts.comments),
    left: { ...left, headers },
  }
}
