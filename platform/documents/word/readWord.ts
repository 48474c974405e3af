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
const limits = { entries: 2_000, mostBytes: 64_000_000, packingRatio: 200, partBytes: 1_000_000 }

/**
 * Reads a Word file that somebody sent: paragraphs with every tracked change, and nothing accepted or rejected by itself. What cannot be
 * taken is counted, not dropped in silence.
 */
export const readWord = async (content: Buffer | Readable): Promise<WordFile | WordFault> => {
  const zip = await openZip(Buffer.isBuffer(content) ? content : await buffer(content), limits)
  if (isZipFault(zip)) return zip.fault
  try {
    const main = (await relationsOf(zip, "")).get("officeDocument")?.[0] ?? "word/document.xml"
    if (!zip.has(main)) return "broken"
    if (zip.size(main) > mostDocumentBytes) return "too-large"
    return await read(zip, main)
  } catch {
    // Whatever is wrong with a stranger's XML: it cannot be read.
    return "broken"
  } finally {
    zip.close()
  }
}

const read = async (zip: ZipParts, main: string): Promise<WordFile> => {
  const [own, around] = [await relationsOf(zip, main), await relationsOf(zip, "")]
  const one = (kind: string) => own.get(kind)?.[0]
  const headings = await headingStyles(zip, one("styles"))
  const { listener, paragraphs, left } = bodyReader({
    headings,
    isNumbered: await numberedLists(zip, one("numbering")),
  })
  await readPart(zip, main, listener)
  let headers = 0
  for (const part of [...(own.get("header") ?? []), ...(own.get("footer") ?? [])])
    if (zip.has(part) && (await saysSomething(zip, part))) headers += 1
  return {
    paragraphs,
    properties: await propertiesIn(zip, around.get("custom-properties")?.[0]),
    comments: await commentsIn(zip, one("comments")),
    left: { ...left, headers },
  }
}
