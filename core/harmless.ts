/**
 * A spreadsheet takes a cell of a CSV file that begins so for a formula (OWASP, CSV injection), full-width and small signs of
 * some languages too; what cannot be seen, space and quotation marks before it are dropped on some way or other.
 */
const startsFormula = /^[\s"\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]|^[\t\r\n]/u

/** A text as a cell of a CSV file: what would run as a formula gets an apostrophe in front, which shows it as text. */
export const harmless = (cell: string): string => (startsFormula.test(cell) ? `'${cell}` : cell).toWellFormed()

/** The text that `harmless` was given. What began with an apostrophe of its own keeps it, unless a formula would follow. */
export const asWritten = (cell: string): string =>
  cell.startsWith("'") && startsFormula.test(cell.slice(1)) ? cell.slice(1) : cell

/** One cell of a CSV file (RFC 4180): the only way in which we write one. Numbers stay numbers, negative ones too. */
export const csvCell = (value: string | number | null | undefined): string => {
  const text = typeof value === "string" ? harmless(value) : String(value ?? "")
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
