import { type Refusal, refuse } from "#core/refusal"
import { textKey } from "#core/textKey"

/** An ISO 3166 code, given as code or as the country's name in the languages that files come in. */
export const readCountry = (text: string): string | Refusal<"not-a-country"> =>
  countries().get(textKey(text)) ?? refuse("not-a-country")

const capitals = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
const notCountries = /^(?:EU|EZ|UN|QO|X[A-JL-Z]|ZZ|AC|DG|EA|IC|TA|CP|CQ)$/
const everydayNames: Readonly<Record<string, string>> = {
  usa: "US",
  "u s a": "US",
  "u s": "US",
  uk: "GB",
  "u k": "GB",
  "great britain": "GB",
  england: "GB",
  holland: "NL",
  "czech republic": "CZ",
  uae: "AE",
  turkey: "TR",
  "ivory coast": "CI",
  "the netherlands": "NL",
  "united states of america": "US",
  "republic of ireland": "IE",
  "ee uu": "US",
  eeuu: "US",
}

let known: ReadonlyMap<string, string> | undefined
const countries = () => {
  known ??= countryIndex()
  return known
}

const countryIndex = (): ReadonlyMap<string, string> => {
  const index = new Map<string, string>()
  const codes = capitals.flatMap((first) => capitals.map((second) => first + second)).filter(isCountry)
  for (const language of ["en", "de", "fr", "es", "it", "nl", "pt", "pl"]) {
    const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" })
    for (const code of codes) {
      const name = names.of(code)
      if (name === undefined) continue
      const key = textKey(name)
      if (!index.has(key)) index.set(key, code)
      index.set(code.toLowerCase(), code)
    }
  }
  for (const [name, code] of Object.entries(everydayNames)) index.set(name, code)
  return index
}

/** Withdrawn codes (DD, SU, YU) are written as their successors; groups of countries are none. */
const isCountry = (code: string): boolean =>
  !notCountries.test(code) && new Intl.Locale(`und-${code}`).maximize().region === code
