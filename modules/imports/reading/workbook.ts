import type { Readable } from "node:stream"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import { readXml } from "#platform/archives/xml-tags"
import type { ZipParts } from "#platform/archives/zip-parts"
import { type CellStyle, readStyles } from "./cellStyles.ts"
import { limits } from "./table.ts"
import { type RelatedPart, relatedParts, workbookPart } from "./workbookParts.ts"
import { openZip } from "./zipParts.ts"

/** What a sheet's cells refer to: texts by number, and how styles show numbers. */
export type CellContext = Readonly<{
  sharedStrings: readonly string[]
  styles: readonly CellStyle[]
  is1904: boolean
  /** The workbook wants its formulas worked out when it is opened: what stands beside them is no more than a place holder. */
  isToBeCalculated: boolean
}>

export type Workbook = CellContext &
  Readonly<{ sheets: readonly Readonly<{ name: string; part: string; isHidden: boolean }>[] }>

export type WorkbookRefusal = Refusal<
  "broken-workbook" | "workbook-too-large" | "locked-workbook" | "not-a-spreadsheet"
>

/** Reads everything of a workbook but its rows. */
export const openWorkbook = async (path: string): Promise<Workbook | WorkbookRefusal> => {
  const zip = await openZip(path)
  if (isRefusal(zip)) return zip
  try {
    const main = await workbookPart(zip)
    if (main === undefined) return refuse("not-a-spreadsheet", { found: otherPackage(zip) })
    const related = await relatedParts(zip, main)
    const strings = related.find(({ type }) => type === "sharedStrings")?.part ?? "xl/sharedStrings.xml"
    const styles = related.find(({ type }) => type === "styles")?.part ?? "xl/styles.xml"
    if (zip.size(strings) > limits.sharedStringBytes) return refuse("workbook-too-large")
    for (const part of [main, styles])
      if (zip.size(part) > limits.partBytes) return refuse("workbook-too-large", { part })
    const { sheets, ...facts } = await readSheets(zip, main, new Map(related.map((each) => [each.id, each])))
    if (sheets.length === 0) return refuse("broken-workbook")
    return {
      sheets,
      ...facts,
      styles: zip.has(styles) ? await readStyles(await zip.read(styles)) : [],
      sharedStrings: zip.has(strings) ? await readSharedStrings(await zip.read(strings)) : [],
    }
  } catch {
    return refuse("broken-workbook")
  } finally {
    zip.close()
  }
}

const otherPackage = (zip: ZipParts): string =>
  zip.has("word/document.xml")
    ? "DOCX"
    : zip.has("ppt/presentation.xml")
      ? "PPTX"
      : zip.has("content.xml")
        ? "ODS"
        : zip.has("xl/workbook.bin")
          ? "XLSB"
          : "ZIP"

/** Sheets with cells, in the order of their tabs: charts and macros are sheets of a workbook too. */
const readSheets = async (zip: ZipParts, main: string, related: ReadonlyMap<string, RelatedPart>) => {
  const sheets: { name: string; part: string; isHidden: boolean }[] = []
  let is1904 = false
  let isToBeCalculated = false
  await readXml(await zip.read(main), {
    open: (tag, attributes) => {
      if (tag === "workbookPr") is1904 = isYes(attributes["date1904"])
      if (tag === "calcPr") isToBeCalculated = isYes(attributes["fullCalcOnLoad"])
      if (tag !== "sheet") return
      const target = related.get(relationshipId(attributes))
      if (target && (target.type === "worksheet" || target.type === "") && zip.has(target.part))
        sheets.push({
          name: attributes["name"] ?? "",
          part: target.part,
          isHidden: attributes["state"] !== undefined && attributes["state"] !== "visible",
        })
    },
  })
  return { sheets, is1904, isToBeCalculated }
}

const isYes = (value: string | undefined): boolean => value === "1" || value === "true"

/** The id of a relationship, whatever prefix its namespace has. */
const relationshipId = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => /(?:^|:)id$/.test(name))?.[1] ?? ""

const readSharedStrings = async (part: Readable): Promise<string[]> => {
  const strings: string[] = []
  let text = ""
  let isText = false
  let phonetic = 0
  await readXml(part, {
    open: (name) => {
      if (name === "si") text = ""
      else if (name === "rPh") phonetic++
      else if (name === "t") isText = phonetic === 0
    },
    text: (piece) => {
      // What is longer is refused with the row that shows it.
      if (isText && text.length <= limits.cellCharacters) text += piece
    },
    close: (name) => {
      if (name === "si") strings.push(text)
      else if (name === "rPh") phonetic--
      else if (name === "t") isText = false
    },
  })
  return strings
}
