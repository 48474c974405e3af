/** A spreadsheet takes a cell of a CSV file that begins so for a formula (OWASP, CSV injection). */
const startsFormula = /^[\s\u200b-\u200f\ufeff]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

/** A text as a cell of a CSV file: what would run as a formula gets an apostrophe in front, which shows it as text. */
export const harmless = (cell: string): string => (startsFormula.test(cell) ? `'${cell}` : cell).toWellFormed()

/** The text that `harmless` was given. What began with an apostrophe of its own keeps it, unless a formula would follow. */
export const asWritten = (cell: string): string =>
  cell.startsWith("'") && startsFormula.test(cell.slice(1)) ? cell.slice(1) : cell
