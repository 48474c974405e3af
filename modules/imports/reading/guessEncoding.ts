import { analyse } from "chardet"
import iconv from "iconv-lite"
import { rarity, singleByte } from "./alphabets.ts"

/** The likeliest encoding of a text that is not UTF-8, and those that must be told from it by a person. */
export type EncodingGuess = Readonly<{ name: string; candidates: readonly string[] }>

const mostWords = 3_000
const aWord = /[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*/g
const eastAsian = new Set(["Shift_JIS", "EUC-JP", "EUC-KR", "Big5", "GB18030", "ISO-2022-JP"])
/** Said by its statistics, and by no others as surely. */
const sureConfidence = 60
const alsoConfidence = 30
/** Of the words that must read as words of a language: below it none of these encodings is believed. */
const leastShare = 0.5
/** How much better than the second the first must be. */
const leastLead = 0.15
const usual = "windows-1252"

/**
 * Reads each word that holds more than ASCII in each encoding, and counts in which they are words of a language: letters of one alphabet,
 * capitals at the beginning, no sign in the middle. Encodings that write all that stands in the file alike are one; two that fit alike
 * well must be told apart by a person.
 */
export const guessEncoding = (evidence: Buffer): EncodingGuess => {
  const words = [...new Set(evidence.toString("latin1").match(aWord) ?? [])].slice(0, mostWords)
  const ranked = Object.entries(singleByte)
    .map(([name, alphabets]) => ({
      name,
      text: decoded(words, name),
      score: scoreOf(words, name, alphabets) - (rarity[name] ?? 0),
    }))
    .toSorted((left, right) => right.score - left.score)
  const [best] = ranked
  if (!best || best.score < leastShare) return eastAsianGuess(evidence) ?? unsure(ranked.map(({ name }) => name))
  const rivals = ranked.filter(({ text, score }) => text !== best.text && score > best.score - leastLead)
  const told = rivals.filter(({ text }, at) => rivals.findIndex((other) => other.text === text) === at)
  const wide = best.score < likelyShare ? doubleByte.filter((name) => readsAsSigns(evidence, name)) : []
  const others = [...wide, ...told.map(({ name }) => name)]
  return { name: best.name, candidates: others.length === 0 ? [] : [best.name, ...others] }
}

/** Signs that stand alone read as words in any encoding: below it they may as well be of two bytes each. */
const likelyShare = 0.75
const doubleByte = ["shift_jis", "gb18030", "euc-kr", "big5", "euc-jp"]
const mostlySigns = 0.9

/** Whether a text may be of signs of two bytes: it has no byte that is none, runs of bytes, and hardly a sign that is not East Asian. */
const readsAsSigns = (evidence: Buffer, encoding: string): boolean => {
  const runs = evidence.toString("latin1").match(/[\x80-\xff]+/g) ?? []
  const bytes = runs.reduce((sum, run) => sum + run.length, 0)
  const text = iconv.decode(evidence, encoding)
  if (bytes < runs.length * 2 || text.includes("\ufffd")) return false
  const beyond = text.match(/[^\p{ASCII}]/gu) ?? []
  const signs = text.match(/[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/gu) ?? []
  return signs.length >= mostlySigns * beyond.length
}

const decoded = (words: readonly string[], encoding: string): string =>
  iconv.decode(Buffer.from(words.join("\n"), "latin1"), encoding)

const eastAsianGuess = (evidence: Buffer): EncodingGuess | undefined => {
  const found = analyse(evidence).filter(({ name, confidence }) => eastAsian.has(name) && confidence >= alsoConfidence)
  const [best, ...others] = found.filter(({ name }) => !iconv.decode(evidence, name).includes("\ufffd"))
  if (!best) return undefined
  const name = best.name.toLowerCase()
  const rivals = others
    .filter(({ confidence }) => confidence > best.confidence - 20)
    .map((other) => other.name.toLowerCase())
  const isSure = best.confidence >= sureConfidence && rivals.length === 0
  return { name, candidates: isSure ? [] : [name, ...rivals, usual] }
}

const unsure = (names: readonly string[]): EncodingGuess => ({
  name: usual,
  candidates: [usual, ...names.filter((name) => name !== usual).slice(0, 4), "shift_jis", "gb18030", "euc-kr"],
})

/** The share of the words, -1 to 1, that read as words; signs that stand alone tell little. */
const scoreOf = (words: readonly string[], encoding: string, alphabets: readonly string[]): number => {
  if (words.length === 0) return 0
  const sets = alphabets.map((letters) => new Set(letters))
  const read = decoded(words, encoding).split("\n")
  return read.reduce((sum, word) => sum + fitOf(word, sets), 0) / words.length
}

const fitOf = (word: string, alphabets: readonly ReadonlySet<string>[]): number => {
  if (/[\p{Cc}\ufffd]/u.test(word)) return -1
  if (!/[^\p{ASCII}\u2010-\u2044€™©®°§«»·•¡¿\u00a0ªº]/u.test(word)) return 0.5
  const bare = word.replace(/[\u2010-\u2044€™©®°§«»·•¡¿\u00a0ªº]+/g, " ").trim()
  if (!/^\p{L}+$/u.test(bare.replaceAll(" ", ""))) return -1
  if (/\p{Ll}\p{Lu}/u.test(bare)) return -0.5
  const letters = [...bare.toLocaleLowerCase("en").replace(/i̇/g, "i")].filter((letter) => letter > "\x7f")
  const fits = alphabets.some((alphabet) => letters.every((letter) => alphabet.has(letter)))
  const isMixed = /[a-z]/i.test(bare) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(bare)
  return isMixed ? -1 : fits ? 1 : -0.25
}
