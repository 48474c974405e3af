import { isRefusal, type Refusal } from "#core/refusal"
import type { DecimalFormat } from "./formats.ts"
import { readCurrency } from "./readCurrency.ts"
import { type NumberRefusal, readNumber } from "./readNumber.ts"

/** An amount as written: in major units, with the currency the cell itself names, if it does. */
export type Amount = Readonly<{ major: number; currency?: string }>

export type AmountRefusal = NumberRefusal | "not-a-currency"

const signs: Readonly<Record<string, string>> = {
  "€": "EUR",
  "£": "GBP",
  US$: "USD",
  A$: "AUD",
  C$: "CAD",
  R$: "BRL",
  "₹": "INR",
  zł: "PLN",
  "₽": "RUB",
  "₺": "TRY",
  "₩": "KRW",
}
const sign = "(US\\$|A\\$|C\\$|R\\$|[€£₹₽₺₩$¥]|zł|[A-Za-z]{3})"
const leading = new RegExp(`^([-−(]?)\\s*${sign}\\s*`)
const trailing = new RegExp(`\\s*${sign}(\\)?)$`)
const bare = /^[-\d.,]+$/

/** Reads "1.234,50 €", "USD 1,234.50" or a bare number. "$" and "¥" belong to several currencies and name none. */
export const readAmount = (text: string, format: DecimalFormat): Amount | Refusal<AmountRefusal> => {
  if (bare.test(text)) return amount(readNumber(text, format), undefined)
  const before = leading.exec(text)
  if (before) return amount(readNumber(text.replace(leading, "$1"), format), before[2])
  const after = trailing.exec(text)
  return amount(readNumber(text.replace(trailing, "$2"), format), after?.[1])
}

const amount = (
  major: number | Refusal<NumberRefusal>,
  written: string | undefined,
): Amount | Refusal<AmountRefusal> => {
  if (isRefusal(major)) return major
  if (written === undefined || written === "$" || written === "¥") return { major }
  const currency = readCurrency(signs[written] ?? written)
  return isRefusal(currency) ? currency : { major, currency }
}

/** The amount's text without its currency: what decides between decimal point and comma. */
export const withoutCurrency = (text: string): string => text.replace(leading, "$1").replace(trailing, "$2")
