import { readFileSync } from "node:fs"

/** Why a password that somebody chooses is refused: others guess it first. */
export type Guessable = "password-common" | "password-own-words"

/**
 * What everybody tries: the longer passwords of the list that zxcvbn-ts keeps (`@zxcvbn-ts/language-common` 4.1.3, MIT, see LICENSE.txt
 * beside this file), its commonest words, with which shorter ones are made longer, and some German ones.
 */
const common: ReadonlySet<string> = new Set(
  readFileSync(new URL("./common.txt", import.meta.url), "utf8")
    .trim()
    .split("\n"),
)

/** Shorter words than this are found by chance in a good password. */
const leastWord = 3

/** Whether a password is one that is guessed first: common as it is or behind its digits, or nothing but the person's own words. */
export const guessable = (password: string, own: readonly string[]): Guessable | undefined => {
  const folded = password.normalize("NFKC").toLowerCase()
  const isCommon = [folded, bare(folded), plain(bare(folded))].some((each) => common.has(each))
  if (isCommon || isRepeated(folded) || isRun(folded)) return "password-common"
  return isOfWords(folded, own) || isOfWords(plain(folded), own) ? "password-own-words" : undefined
}

/** Digits and signs at either end make a word no harder to guess. */
const bare = (text: string): string => text.replace(/^[^\p{L}]+/u, "").replace(/[^\p{L}]+$/u, "")

const signs: Readonly<Record<string, string>> = {
  "@": "a",
  4: "a",
  8: "b",
  3: "e",
  1: "i",
  "!": "i",
  0: "o",
  $: "s",
  5: "s",
  "+": "t",
  7: "t",
}

/** Signs that stand for letters, as those they stand for. */
const plain = (text: string): string => [...text].map((each) => signs[each] ?? each).join("")

/** The same few characters over and over. */
const isRepeated = (text: string): boolean =>
  [1, 2, 3, 4].some(
    (length) => text.length >= 2 * length && [...text].every((each, at, all) => each === all[at % length]),
  )

/** One after the other in the alphabet, up or down. */
const isRun = (text: string): boolean => {
  const codes = [...text].map((each) => each.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, at) => code - (codes[at] ?? 0))
  return [1, -1].some((step) => steps.every((each) => each === step))
}

const isOfWords = (text: string, own: readonly string[]): boolean => {
  const words = own
    .flatMap((each) =>
      each
        .normalize("NFKC")
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
    .filter((word) => word.length >= leastWord)
    .sort((a, b) => b.length - a.length)
  const left = words.reduce((rest, word) => rest.replaceAll(word, ""), text)
  return left !== text && !/\p{L}/u.test(left)
}
