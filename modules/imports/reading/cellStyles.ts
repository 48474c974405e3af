import type { Readable } from "node:stream"
import { readXml } from "#platform/archives/xml-tags"
import { type ShownNumber, shownNumbers } from "./numberFormat.ts"

/**
 * How a style shows a number: as a day, as time that has passed, as an id with leading zeros (its pattern of zeros and signs), with a
 * percent sign, thousands or a currency, or as it is.
 */
export type CellStyle =
  | Readonly<{ kind: "plain" | "date" | "duration" }>
  | Readonly<{ kind: "id"; pattern: string }>
  | Readonly<{ kind: "worded"; shown: readonly ShownNumber[] }>

const plain: CellStyle = { kind: "plain" }
const date: CellStyle = { kind: "date" }
const duration: CellStyle = { kind: "duration" }

/** The cell formats of a workbook, by their number. */
export const readStyles = async (part: Readable): Promise<readonly CellStyle[]> => {
  const custom = new Map<number, CellStyle>()
  const styles: CellStyle[] = []
  let isInCellFormats = false
  await readXml(part, {
    open: (name, attributes) => {
      const id = Number(attributes["numFmtId"] ?? 0)
      if (name === "numFmt") custom.set(id, styleOf(attributes["formatCode"] ?? ""))
      if (name === "cellXfs") isInCellFormats = true
      if (name === "xf" && isInCellFormats) styles.push(custom.get(id) ?? builtIn(id))
    },
    close: (name) => {
      if (name === "cellXfs") isInCellFormats = false
    },
  })
  return styles
}

/** Built-in formats with words. Those of a currency are the reader's own when a workbook leaves out their code; written by programs they are $. */
const worded: Readonly<Record<number, string>> = {
  ...{ 9: "0%", 10: "0.00%", 46: "[h]:mm:ss" },
  ...Object.fromEntries([5, 6, 7, 8, 42, 44].map((id) => [id, "$0.00"])),
}

const builtIn = (id: number): CellStyle => {
  const code = worded[id]
  return code !== undefined ? styleOf(code) : isBuiltInDate(id) ? date : plain
}

/** Built-in number formats that show dates and times (ECMA-376 part 1, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58)

const styleOf = (code: string): CellStyle => {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, "")
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return duration
  if (showsDate(bare)) return date
  const pattern = idPattern(code)
  if (pattern !== undefined) return { kind: "id", pattern }
  const shown = shownNumbers(code)
  return shown === undefined ? plain : { kind: "worded", shown }
}

/**
 * A format code shows a date when letters of day, month or year remain beside quoted text and colours, and no digits but those of a second:
 * the H of 0.00 CHF is no hour.
 */
const showsDate = (bare: string): boolean => {
  const letters = bare.replace(/\[[^\]]*\]|General/gi, "").replace(/s[.,]0+/gi, "s")
  return /[ymdh]/i.test(letters) && !/[0#?]/.test(letters)
}

/**
 * The zeros and signs a format writes a whole number with: 00000, 000-000-0000, "KD-"0000. Undefined for every format that
 * shows an amount: one digit that must be there is no id.
 */
const idPattern = (code: string): string | undefined => {
  const section = code.split(";")[0] ?? ""
  if (/\[[<>=]/.test(code)) return undefined
  const pattern = section
    .replace(/\[[^\]]*\]/g, "")
    .replace(/"([^"]*)"/g, (_, text: string) => [...text].map((sign) => `\\${sign}`).join(""))
    .replace(/_.|\*./g, "")
  const digits = pattern.replace(/\\./g, "")
  return /^[-/() 0]*$/.test(digits) && (digits.match(/0/g)?.length ?? 0) >= 2 ? pattern : undefined
}

/** A whole number as a pattern of zeros shows it; what has more digits than zeros shows them all, in front. */
export const shownId = (digits: string, pattern: string): string => {
  const signs: readonly string[] = pattern.match(/\\.|./gs) ?? []
  let rest = digits
  let shown = ""
  const first = signs.indexOf("0")
  for (let at = signs.length - 1; at >= 0; at--) {
    const sign = signs[at] ?? ""
    if (sign !== "0") {
      shown = (sign.length > 1 ? sign.slice(1) : sign) + shown
      continue
    }
    const digit = at === first ? rest.padStart(1, "0") : (rest.at(-1) ?? "0")
    rest = at === first ? "" : rest.slice(0, -1)
    shown = digit + shown
  }
  return shown
}
