/** Signs for machines, which neither a PDF nor an XML part may hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff\ufffe\uffff]/g

/**
 * What a document says, with every text as it can be printed: letters and their accents as one sign where there is one, so
 * that a font has it; no half of a pair, and nothing that only machines read.
 */
export const printable = <Said>(said: Said): Said =>
  mapTexts(said, (text) => text.toWellFormed().replaceAll(unprintable, "").normalize("NFC"))

/** The same with every text in it changed. */
export const mapTexts = <Said>(said: Said, map: (text: string) => string): Said => mapped(said, map) as Said

const mapped = (value: unknown, map: (text: string) => string): unknown => {
  if (typeof value === "string") return map(value)
  if (Array.isArray(value)) return value.map((each) => mapped(each, map))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapped(inner, map)]))
}
