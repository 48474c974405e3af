const letters: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l", ı: "i" }

/**
 * The comparable form of a header, a choice or a name: no case, accents, punctuation or invisible marks, words
 * separated by one space. "Début du contrat", "debut_du_contrat" and "DebutDuContrat" are the same key.
 */
export const textKey = (text: string): string => {
  const simple = /^[a-z0-9]+$/.test(text)
  return simple ? text : fold(text)
}

const fold = (text: string): string =>
  text
    .toWellFormed()
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[ßæœøđłı]/g, (letter) => letters[letter] ?? letter)
    .replace(/[\p{M}\p{Cf}]+/gu, "")
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

/** Splits a list written as one text, "a, b, c". Keeps the tables of synonyms readable. */
export const words = (list: string): readonly string[] => list.split(",").map((word) => word.trim())
