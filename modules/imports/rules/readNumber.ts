import { type Refusal, refuse } from "#core/refusal"
import type { DecimalFormat } from "./formats.ts"

export type NumberRefusal = "not-a-number" | "number-ambiguous" | "number-wrong-decimals" | "number-too-large"

const plain = /^-?\d{1,15}$/
/** With one or two digits behind its point a number has one reading. */
const cents = /^-?\d{1,13}\.\d{1,2}$/
/** Marks that only separate groups of three digits: 1 234, 1'234'567. Between other digits they separate two numbers (10 12). */
const grouped = /^([-−+]?\d{1,3})([ \u00a0\u2009\u202f'’´`_])\d{3}(?:\2\d{3})*(?!\d)/
const pointed = /^(?:\d+|[1-9]\d{0,2}(?:,\d{2,3})*,\d{3})?(?:\.\d*)?$/
const commaed = /^(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)?(?:,\d*)?$/
/** Swiss and German bills write a dash where the cents would stand: 500.-, 1.234,--. It is no sign. */
const dashForCents = /^([-−+]?)(\d+|\d{1,3}(?:,\d{2,3})+|\d{1,3}(?:\.\d{3})+)([.,])[-‐‑–—−=]{1,2}$/
const scientific = /^\d+(?:[.,]\d+)?e[+-]?\d{1,3}$/i
/** Indian bills close a whole amount so: 1,234/-. */
const whole = /\/[-–=]$/

/** The values a text may have with a decimal point and with a decimal comma. */
export type NumberReadings = Readonly<{ point?: number; comma?: number }>

/** Both readings of a number; percent signs, group separators and accountants' parentheses are understood. */
export const numberReadings = (text: string): NumberReadings => {
  if (plain.test(text)) return { point: Number(text), comma: Number(text) }
  if (cents.test(text)) return { point: Number(text) }
  const isParenthesised = text.startsWith("(") && text.endsWith(")")
  const bare = (isParenthesised ? text.slice(1, -1) : text).trim().replace(/\s*%$/, "").replace(whole, "")
  const dashed = dashForCents.exec(ungrouped(bare))
  if (dashed) return wholeReadings(dashed, isParenthesised)
  const isNegative = isParenthesised || /^[-−]|[-−]$/.test(bare)
  const digits = ungrouped(bare.replace(/^[-−+]\s*|\s*[-−]$/, ""))
  if (!/\d/.test(digits)) return {}
  const sign = isNegative ? -1 : 1
  if (scientific.test(digits)) return exponential(digits, sign)
  const point = pointed.test(digits) ? sign * Number(digits.replaceAll(",", "")) : undefined
  const comma = commaed.test(digits) ? sign * Number(digits.replaceAll(".", "").replace(",", ".")) : undefined
  return { ...(point !== undefined && { point }), ...(comma !== undefined && { comma }) }
}

/** Without its marks between groups of three; a space or an apostrophe elsewhere stays, and makes it no number. */
const ungrouped = (digits: string): string => {
  const [start, , mark] = grouped.exec(digits) ?? []
  return start === undefined || mark === undefined ? digits : start.replaceAll(mark, "") + digits.slice(start.length)
}

const exponential = (digits: string, sign: number): NumberReadings => {
  const value = sign * Number(digits.replace(",", "."))
  const isOpen = !/[.,]/.test(digits)
  return isOpen ? { point: value, comma: value } : digits.includes(",") ? { comma: value } : { point: value }
}

/** What separates groups is not what marks decimals; without groups, the mark before the dash says which it is. */
const wholeReadings = (
  [, minus = "", digits = "", mark = ""]: RegExpExecArray,
  isParenthesised: boolean,
): NumberReadings => {
  const value = Number(digits.replace(/[.,]/g, "")) * (isParenthesised || /[-−]/.test(minus) ? -1 : 1)
  const isComma = digits.includes(".") || (mark === "," && !digits.includes(","))
  return isComma ? { comma: value } : { point: value }
}

/** Reads a number in the column's format. 1.234 in an undecided column is refused, never guessed. */
export const readNumber = (text: string, format: DecimalFormat): number | Refusal<NumberRefusal> => {
  const { point, comma } = numberReadings(text)
  if (point === undefined && comma === undefined) return refuse("not-a-number")
  if (format === "ambiguous" && point !== undefined && comma !== undefined && point !== comma)
    return refuse("number-ambiguous", { first: point, second: comma })
  const value = format === "ambiguous" ? (point ?? comma) : format === "point" ? point : comma
  if (value === undefined) return refuse("number-wrong-decimals", { decimals: format })
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : refuse("number-too-large")
}
