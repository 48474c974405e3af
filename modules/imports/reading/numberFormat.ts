import { namesCurrency, scaleOf } from "#rules/imports"

/** What a number format says beside the digits: the number shown is the stored one times `factor`, with these words behind it. */
export type ShownNumber = Readonly<{ factor: number; words: string; holds?: (value: number) => boolean }>

type Piece = Readonly<{ kind: "digits" | "literal" | "currency" | "percent" | "exponent" | "condition"; text: string }>

const piece =
  /"([^"]*)"|\\(.)|[_*].|\[\$([^\]]*)\]|\[([<>=][^\]]*)\]|\[[^\]]*\]|(General|[0#?][0#?.,]*|[.,])|(%)|(E[+-])|(.)/gs
const scales = ["", "k", "M", "bn"]

/**
 * What the sections of a format code add to a number: percent, thousands, a currency. Undefined where that is nothing. What a cell shows is
 * what its reader meant: 1234567 as #,##0,"k" is 1234.567 k, and 12 as 0 "kEUR" is 12 kEUR.
 */
export const shownNumbers = (code: string): readonly ShownNumber[] | undefined => {
  const sections = sectionsOf(code).map((section) => shownBy([...section]))
  const [first] = sections
  if (first === undefined) return undefined
  const shown = sections.some(({ holds }) => holds) ? sections : [first]
  return shown.some(({ factor, words }) => factor !== 1 || words !== "") ? shown : undefined
}

/** The pieces of a format code, by sections; what only takes room, as _€ does, is no part of what is shown. */
const sectionsOf = (code: string): readonly (readonly Piece[])[] => {
  const sections: Piece[][] = [[]]
  for (const [, quoted, escaped, currency, condition, digits, percent, exponent, other] of code.matchAll(piece)) {
    if (other === ";") sections.push([])
    const kind = digits
      ? "digits"
      : percent
        ? "percent"
        : exponent
          ? "exponent"
          : condition
            ? "condition"
            : currency
              ? "currency"
              : "literal"
    const text = quoted ?? escaped ?? currency ?? condition ?? digits ?? percent ?? exponent ?? other ?? ""
    if (other !== ";" && text !== "") sections.at(-1)?.push({ kind, text })
  }
  return sections
}

const shownBy = (section: readonly Piece[]): ShownNumber => {
  const textOf = (kind: Piece["kind"]) => section.flatMap((each) => (each.kind === kind ? [each.text] : [])).join("")
  const condition = textOf("condition")
  const holds = condition === "" ? {} : { holds: holdsWhere(condition) }
  const digits = textOf("digits").replaceAll("General", "0")
  if (!/[0#?]/.test(digits) || textOf("exponent") !== "") return { factor: 1, words: "", ...holds }
  if (textOf("percent") !== "") return { factor: 100, words: "%", ...holds }
  const literal = textOf("literal")
    .replace(/[()+\s-]+/g, " ")
    .trim()
  if (literal === "%") return { factor: 1, words: "%", ...holds }
  const commas = /,+(?=\.|$)/.exec(digits)?.[0].length ?? 0
  const { scale, currency } = wordsIn(literal)
  const shownScale = scale || (scales[commas] ?? "")
  const words = [shownScale, currencyOf(textOf("currency")) || currency].filter(Boolean).join(" ")
  return { factor: shownScale === "" ? 1 : 1000 ** -commas, words: words && ` ${words}`, ...holds }
}

/** "kEUR", "T€", "Mio. €", "€ k": thousands and a currency, in either order. What else stands there (pieces, hours) says nothing of the number. */
const wordsIn = (literal: string): Readonly<{ scale: string; currency: string }> => {
  if (namesCurrency(literal)) return { scale: "", currency: literal }
  for (let at = literal.length; at > 0; at--) {
    const [head, tail] = [literal.slice(0, at).trim(), literal.slice(at).trim()]
    if (scaleOf(head, tail) && (tail === "" || namesCurrency(tail))) return { scale: head, currency: tail }
    if (namesCurrency(head) && scaleOf(tail, head)) return { scale: tail, currency: head }
  }
  return { scale: "", currency: "" }
}

/** "€-407", "$-409", "EUR", "R-1C09": the sign, or the currency of the country where the sign alone is not known; "-407" is a language. */
const currencyOf = (bracket: string): string => {
  const [, sign = "", country = ""] = /^(.*?)(?:-([\dA-Fa-f]+|[a-z]{2,3}-.*))?$/s.exec(bracket) ?? []
  const shown = sign.trim()
  if (shown === "" || namesCurrency(shown)) return shown
  return countries[country.toUpperCase().padStart(4, "0").slice(-4)] ?? shown
}

/** By the codes of languages that Windows has: currencies whose sign is no letter of ISO 4217 and no sign that is read. */
const countries: Readonly<Record<string, string>> = {
  ...{ "1C09": "ZAR", "0436": "ZAR", "0418": "RON", "043E": "MYR", "0421": "IDR", "0402": "BGN", "0405": "CZK" },
  ...{ "040E": "HUF", "0415": "PLN", "041D": "SEK", "0414": "NOK", "0406": "DKK", "040F": "ISK", "0422": "UAH" },
  ...{ "0401": "SAR", "3801": "AED", "0439": "INR", "4009": "INR", "0411": "JPY", "0804": "CNY", "0419": "RUB" },
  ...{ "041A": "EUR", "081A": "RSD", "280A": "PEN", "400A": "BOB", "1401": "DZD", "1801": "MAD", "0C01": "EGP" },
}

const holdsWhere = (condition: string): ((value: number) => boolean) => {
  const [, sign = "", limit = ""] = /^([<>=]+)(.*)$/.exec(condition) ?? []
  const than = Number(limit)
  return (value) =>
    (sign.includes("=") && value === than) ||
    (sign === "<>" ? value !== than : (sign.includes("<") && value < than) || (sign.includes(">") && value > than))
}
