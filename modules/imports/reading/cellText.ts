import { dayFromNumber } from "#core/time"
import { type CellStyle, shownId } from "./cellStyles.ts"
import type { ShownNumber } from "./numberFormat.ts"
import type { CellContext } from "./workbook.ts"

/** Day 0 of the two day counts, as days since 1970-01-01. */
const epoch1900 = -25_569
const epoch1904 = -24_107
const escaped = /_x([0-9A-Fa-f]{4})_/g

/** A cell as the text a CSV file of the same sheet would hold: the cached value of a formula, ISO dates, decimal points. */
export const cellText = (
  type: string,
  style: number,
  raw: string,
  { sharedStrings, styles, is1904 }: CellContext,
): string => {
  switch (type) {
    case "s":
      return unescaped(sharedStrings[Number(raw)] ?? "")
    case "inlineStr":
    case "str":
      return unescaped(raw)
    case "b":
      return raw === "1" ? "TRUE" : "FALSE"
    case "e":
    case "d":
      return raw
    default:
      if (raw === "") return ""
      return shownNumber(raw, styles[style] ?? { kind: "plain" }, is1904)
  }
}

/**
 * True of a formula whose value no spreadsheet has worked out. Programs that write workbooks leave it out, or write a nought and ask
 * for the workbook to be worked out when it is opened; "0.0" is written by programs only. An empty text is a value.
 */
export const isUncalculated = (type: string, raw: string, { isToBeCalculated }: CellContext): boolean =>
  raw === "" ? type !== "str" && type !== "inlineStr" : raw === "0.0" || (isToBeCalculated && raw === "0")

const shownNumber = (raw: string, style: CellStyle, is1904: boolean): string => {
  if (style.kind === "date") return dateText(Number(raw), is1904 ? epoch1904 : epoch1900)
  if (style.kind === "duration") return durationText(Number(raw), raw)
  if (style.kind === "worded") return wordedText(Number(raw), style.shown, raw)
  const text = numberText(raw)
  // An id is what is shown: 00042, not 42.
  return style.kind === "id" && /^\d{1,15}$/.test(text) ? shownId(text, style.pattern) : text
}

/** The number as it is shown, to all its digits: 0.85 as 0% is 85%, 1234567 as #,##0,"k" is 1234.567 k. */
const wordedText = (value: number, shown: readonly ShownNumber[], raw: string): string => {
  const [first] = shown
  const as = shown.find(({ holds }) => holds?.(value) ?? true) ?? first
  if (!Number.isFinite(value) || as === undefined) return raw
  return `${as.factor === 1 ? numberText(raw) : numberText(String(Number((value * as.factor).toPrecision(15))))}${as.words}`
}

/** Time that has passed is stored in days, and shown in hours. */
const durationText = (days: number, raw: string): string => {
  if (!Number.isFinite(days)) return raw
  const seconds = Math.round(Math.abs(days) * 86_400)
  const two = (part: number) => String(part).padStart(2, "0")
  return `${days < 0 ? "-" : ""}${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

const unescaped = (text: string): string => {
  const whole = text.includes("_x")
    ? text.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
  return whole.toWellFormed()
}

/**
 * A stored number with the 15 digits a spreadsheet shows. Exactly three decimals get a zero more: 1.234 would otherwise be
 * indistinguishable from a thousand written with a group separator.
 */
const numberText = (raw: string): string => {
  // Longer ones are written in full by programs only, and are ids: rounded, two of them would be one.
  if (/^-?\d+$/.test(raw)) return raw
  const value = Number(raw)
  if (!Number.isFinite(value)) return raw
  const text = String(Number(value.toPrecision(15)))
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text
}

const dateText = (serial: number, epoch: number): string => {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return String(serial)
  const seconds = Math.round((serial % 1) * 86_400)
  const days = Math.floor(serial) + (seconds === 86_400 ? 1 : 0)
  const clock = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19)
  if (days === 0 && epoch === epoch1900) return clock
  // Before March 1900 the count is one day off: it knows a 29 February 1900, which is shown as it stands and is no day.
  if (days === 60 && epoch === epoch1900) return "1900-02-29"
  const day = dayFromNumber(days + epoch + (epoch === epoch1900 && days < 60 ? 1 : 0))
  return seconds % 86_400 === 0 ? day : `${day}T${clock}`
}
