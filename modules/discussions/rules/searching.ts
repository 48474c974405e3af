/** More words than this narrow no search; longer ones are cut off. */
const mostWords = 8
const shownSigns = 120

/** What is looked for, word by word, as it is compared with `text_key`: PostgreSQL takes accents and capitals away. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFKC")
    .split(/[\s\u3000]+/u)
    .filter((word) => word !== "")
    .slice(0, mostWords)

/** A word as LIKE takes it: anywhere, and nothing in it means more than itself. */
export const anywhere = (word: string): string => `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`

const folded = (sign: string): string => sign.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase()

/** Where the first of the words stands in a text; its beginning where accents or spelling hide it. */
const placeOf = (signs: readonly string[], words: readonly string[]): number => {
  const places: number[] = []
  const plain = signs
    .map((sign, at) => {
      const plainSign = folded(sign)
      places.push(...Array.from(plainSign, () => at))
      return plainSign
    })
    .join("")
  const found = words.map((word) => plain.indexOf(folded(word))).filter((at) => at >= 0)
  return found.length === 0 ? 0 : (places[Math.min(...found)] ?? 0)
}

/** So much of a comment on one line that one sees why it was found. */
export const excerptOf = (body: string, words: readonly string[]): string => {
  const signs = [...body.replaceAll(/\s+/gu, " ").trim()]
  if (signs.length <= shownSigns) return signs.join("")
  const from = Math.max(0, Math.min(placeOf(signs, words) - 20, signs.length - shownSigns))
  const end = from + shownSigns
  return `${from > 0 ? "…" : ""}${signs.slice(from, end).join("").trim()}${end < signs.length ? "…" : ""}`
}
