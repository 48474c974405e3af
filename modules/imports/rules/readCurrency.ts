import { type Refusal, refuse } from "#core/refusal"

/** An ISO 4217 code; the case does not matter. */
export const readCurrency = (text: string): string | Refusal<"not-a-currency"> => {
  const code = currencySigns[text] ?? text.toUpperCase()
  return currencyCodes().has(code) ? code : refuse("not-a-currency")
}

const currencySigns: Readonly<Record<string, string>> = { "€": "EUR", "£": "GBP", US$: "USD" }
let knownCurrencies: ReadonlySet<string> | undefined
const currencyCodes = () => {
  knownCurrencies ??= new Set(Intl.supportedValuesOf("currency"))
  return knownCurrencies
}
