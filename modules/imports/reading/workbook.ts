import { isRefusal, type Refusal, refuse } from "#core/refusal"
import { limits } from "./table.ts"
import { readXml } from "./xmlTags.ts"
import { openZip, type ZipParts } from "./zipParts.ts"

/** What a sheet's cells refer to: texts by number, and which styles show a number as a date. */
export type CellContext = Readonly<{
  sharedStrings: readonly string[]
  dateStyles: readonly boolean[]
  is1904: boolean
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
    if (!zip.has("xl/workbook.xml")) return refuse("not-a-spreadsheet", { found: otherPackage(zip) })
    if (zip.size("xl/sharedStrings.xml") > limits.sharedStringBytes) return refuse("workbook-too-large")
    for (const part of ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"])
      if (zip.size(part) > limits.partBytes) return refuse("workbook-too-large", { part })
    const { sheets, is1904 } = await readSheets(zip)
    if (sheets.length === 0) return refuse("broken-workbook")
    return { sheets, is1904, dateStyles: await readDateStyles(zip), sharedStrings: await readSharedStrings(zip) }
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

const readSheets = async (zip: ZipParts) => {
  const targets = new Map<string, string>()
  await readXml(await zip.read("xl/_rels/workbook.xml.rels"), {
    open: (name, { Id = "", Target = "" }) => {
      if (name === "Relationship") targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`)
    },
  })
  const sheets: { name: string; part: string; isHidden: boolean }[] = []
  let is1904 = false
  await readXml(await zip.read("xl/workbook.xml"), {
    open: (tag, attributes) => {
      if (tag === "workbookPr") is1904 = attributes["date1904"] === "1" || attributes["date1904"] === "true"
      if (tag !== "sheet") return
      const part = targets.get(attributes["r:id"] ?? attributes["id"] ?? "") ?? ""
      if (zip.has(part))
        sheets.push({
          name: attributes["name"] ?? "",
          part,
          isHidden: attributes["state"] !== undefined && attributes["state"] !== "visible",
        })
    },
  })
  return { sheets, is1904 }
}

/** Built-in number formats that show dates and times (ECMA-376 part 1, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58)

const readDateStyles = async (zip: ZipParts): Promise<boolean[]> => {
  if (!zip.has("xl/styles.xml")) return []
  const custom = new Map<number, boolean>()
  const styles: boolean[] = []
  let isInCellFormats = false
  await readXml(await zip.read("xl/styles.xml"), {
    open: (name, attributes) => {
      const id = Number(attributes["numFmtId"])
      if (name === "numFmt") custom.set(id, showsDate(attributes["formatCode"] ?? ""))
      if (name === "cellXfs") isInCellFormats = true
      if (name === "xf" && isInCellFormats) styles.push(custom.get(id) ?? isBuiltInDate(id))
    },
    close: (name) => {
      if (name === "cellXfs") isInCellFormats = false
    },
  })
  return styles
}

/** A format code shows a date when letters of day, month or year remain beside quoted text and colours; elapsed time does not. */
const showsDate = (code: string): boolean =>
  !/\[[hms]+\]/i.test(code) && /[ymdh]/i.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General/gi, ""))

const readSharedStrings = async (zip: ZipParts): Promise<string[]> => {
  const strings: string[] = []
  if (!zip.has("xl/sharedStrings.xml")) return strings
  let text = ""
  let isText = false
  let phonetic = 0
  await readXml(await zip.read("xl/sharedStrings.xml"), {
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
