import type { Instant } from "#core/time"
import { type Parts, unzip, zip } from "#platform/archives/zip"

/**
 * What the library's presentation says wrongly, put right: a value that is not known is no point of a chart and no number in
 * its workbook, where the library writes an empty one, and the stamps are those of the document, so that two of one
 * snapshot are the same bytes.
 */
export const mended = (presentation: Buffer, madeAt: Instant): Buffer => zip(mendedParts(unzip(presentation), madeAt))

const numbered = /(charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet)(\d+)/g

/** The library counts charts for as long as the process runs; a presentation's own begin with 1. */
const mendedParts = (parts: Parts, madeAt: Instant): Parts => {
  const numbers = [...parts.keys()].flatMap((path) =>
    [...path.matchAll(numbered)].map(([, , number]) => Number(number)),
  )
  const before = Math.min(...numbers) - 1
  const renumbered = (text: string) =>
    text.replaceAll(numbered, (_, name: string, number: string) => `${name}${Number(number) - before}`)
  return new Map(
    [...parts].map(([path, content]) => [
      renumbered(path),
      /\.rels$|^\[Content_Types\]/.test(path)
        ? Buffer.from(renumbered(content.toString("utf8")))
        : mendedPart(path, content, madeAt),
    ]),
  )
}

const mendedPart = (path: string, content: Buffer, madeAt: Instant): Buffer => {
  if (path.endsWith(".xlsx")) return mended(content, madeAt)
  if (/^ppt\/charts\/chart\d+\.xml$/.test(path)) return replaced(content, /<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, "")
  if (/^xl\/worksheets\/sheet\d+\.xml$/.test(path)) return replaced(content, /<c r="[A-Z]+\d+"><v><\/v><\/c>/g, "")
  if (path === "docProps/core.xml")
    return replaced(content, /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g, `$1${madeAt.replace(/\.\d+Z$/, "Z")}$2`)
  return content
}

const replaced = (content: Buffer, what: RegExp, by: string): Buffer =>
  Buffer.from(content.toString("utf8").replaceAll(what, by))
