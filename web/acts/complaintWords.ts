import { punctuationOf } from "#core/punctuation"

/** A text by its key with what goes into its holes; undefined where there is none. */
export type SayWord = (key: string, holes?: Readonly<Record<string, unknown>>) => string | undefined

/** The key of a phrase of the checker: "two dates" is "two-dates". */
export const phraseKey = (phrase: string): string =>
  phrase
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, "-")
    .replaceAll(/^-|-$/g, "")

const signs = /^(.+) (==|!=|<=|>=|<|>|\+|-|\*|\/|%|&&|\|\|) (.+)$/
const among = /^(.+) (in) (.+)$/

/**
 * What a checker of expressions names in English, a type or what it expected, in the reader's words. Names, values and functions
 * of the expression language stay as they are written.
 */
export const inReadersWords = (say: SayWord, language: string) => {
  const { commas } = punctuationOf(language)
  const phrase = (text: string): string => {
    const whole = say(phraseKey(text))
    if (whole !== undefined) return whole
    const [, currency] = /^money in ([A-Z]{3})$/.exec(text) ?? []
    if (currency !== undefined) return say("moneyIn", { currency }) ?? text
    const [, left, sign, right] = signs.exec(text) ?? among.exec(text) ?? []
    if (left !== undefined && sign !== undefined && right !== undefined)
      return `${phrase(left)} ${sign} ${phrase(right)}`
    const [, values] = /^one of (.+)$/.exec(text) ?? []
    if (values !== undefined) return say("oneOf", { values: values.split(", ") }) ?? text
    const [, of] = /^list of (.+)$/.exec(text) ?? []
    if (of !== undefined) return say("listOf", { of: phrase(of) }) ?? text
    const [, written] = /^an amount in ([A-Z]{3}), written out/.exec(text) ?? []
    if (written !== undefined) return say("amountIn", { currency: written }) ?? text
    // "sum: a list of numbers or of money": what a function takes.
    const [, name, takes] = /^(\w+): (.+)$/.exec(text) ?? []
    if (name !== undefined && takes !== undefined) return `${name}: ${phrase(takes)}`
    const parts = text.split(", ")
    return parts.length > 1 ? commas(parts.map(phrase)) : text
  }
  return phrase
}
