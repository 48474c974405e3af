/** Signs that stand between and after what is said in parts; a language that is not named here is set as English is. */
type Signs = Readonly<{
  stop: string
  gap: string
  comma: string
  semicolon: string
  quotes: readonly [string, string]
}>

const usual: Signs = { stop: ".", gap: " ", comma: ", ", semicolon: "; ", quotes: ["“", "”"] }
const signs: Readonly<Record<string, Signs>> = {
  de: { ...usual, quotes: ["„", "“"] },
  es: { ...usual, quotes: ["«", "»"] },
  // A semicolon has a narrow space before it that does not break, and so have quotation marks within.
  fr: { ...usual, semicolon: "\u202f; ", quotes: ["«\u202f", "\u202f»"] },
  // Full-width signs bring their own room.
  ja: { stop: "。", gap: "", comma: "、", semicolon: "；", quotes: ["「", "」"] },
}

/** How sentences end and follow each other in a language ("ja", "fr-CA"). */
export const punctuationOf = (language: string) => {
  const { stop, gap, comma, semicolon, quotes } = signs[language.split("-", 1)[0] ?? ""] ?? usual
  /** Begun large, and ended unless it is. */
  const sentence = (text: string): string => {
    const whole = `${text.charAt(0).toUpperCase()}${text.slice(1)}`
    return /[.!?。！？]$/u.test(whole) ? whole : `${whole}${stop}`
  }
  return {
    stop,
    gap,
    semicolon,
    sentence,
    sentences: (texts: readonly string[]) => texts.map(sentence).join(gap),
    /** What somebody said, as it was said. */
    quote: (text: string) => `${quotes[0]}${text}${quotes[1]}`,
    commas: (parts: readonly string[]) => parts.join(comma),
    /** Parts of one sentence that are sentences of their own nearly: "3 are drifting; 5 promises are overdue". */
    clauses: (parts: readonly string[]) => parts.join(semicolon),
  }
}

/** What goes into the hole of a text: several are said with the commas of the language, anything else as it is. */
export const inHole = (value: unknown, language: string): unknown =>
  Array.isArray(value) ? punctuationOf(language).commas(value.map(String)) : value

/** The same as the part that i18next asks for every hole. */
export const holeFormatter = {
  type: "formatter" as const,
  init: (): void => {},
  add: (): void => {},
  addCached: (): void => {},
  format: (value: unknown, _format?: string, language?: string): string => inHole(value, language ?? "en") as string,
}
