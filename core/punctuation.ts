/** Signs that stand between and after what is said in parts; a language that is not named here is set as English is. */
const signs: Readonly<Record<string, Readonly<{ stop: string; gap: string; semicolon: string }>>> = {
  // A semicolon has a narrow space before it that does not break.
  fr: { stop: ".", gap: " ", semicolon: "\u202f; " },
  // Full-width signs bring their own room.
  ja: { stop: "。", gap: "", semicolon: "；" },
}
const usual = { stop: ".", gap: " ", semicolon: "; " }

/** How sentences end and follow each other in a language ("ja", "fr-CA"). */
export const punctuationOf = (language: string) => {
  const { stop, gap, semicolon } = signs[language.split("-", 1)[0] ?? ""] ?? usual
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
    /** Parts of one sentence that are sentences of their own nearly: "3 are drifting; 5 promises are overdue". */
    clauses: (parts: readonly string[]) => parts.join(semicolon),
  }
}
