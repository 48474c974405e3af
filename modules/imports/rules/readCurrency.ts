import { type Refusal, refuse } from "#core/refusal"
import { textKey } from "#core/textKey"

/** An ISO 4217 code, in whatever capitals, or a currency's name in the languages that files come in: US-Dollar, franc suisse. */
export const readCurrency = (text: string): string | Refusal<"not-a-currency"> => {
  const code = currencySigns[text] ?? text.toUpperCase()
  if (currencyCodes().has(code)) return code
  const named = text.length > shortestName ? currencyNames().get(textKey(text)) : undefined
  return named ?? refuse("not-a-currency")
}

const currencySigns: Readonly<Record<string, string>> = { "€": "EUR", "£": "GBP", US$: "USD" }
const shortestName = 2
let knownCurrencies: ReadonlySet<string> | undefined
const currencyCodes = () => {
  knownCurrencies ??= new Set(Intl.supportedValuesOf("currency"))
  return knownCurrencies
}

let knownNames: ReadonlyMap<string, string> | undefined
/** A name that two currencies have names neither. */
const currencyNames = () => {
  knownNames ??= namesOf()
  return knownNames
}
const namesOf = (): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  const shared = new Set<string>()
  for (const language of ["en", "de", "fr", "es", "it", "nl", "pt", "pl", "ja"]) {
    const names = new Intl.DisplayNames(language, { type: "currency", fallback: "none" })
    for (const code of currencyCodes()) {
      const key = textKey(names.of(code) ?? "")
      if (key === "") continue
      if ((found.get(key) ?? code) !== code) shared.add(key)
      found.set(key, code)
    }
  }
  for (const key of shared) found.delete(key)
  return found
}
