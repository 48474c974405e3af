import { isRefusal, type Refusal } from "#core/refusal"
import type { DecimalFormat } from "./formats.ts"
import { readCurrency } from "./readCurrency.ts"
import { type NumberRefusal, readNumber } from "./readNumber.ts"

/** An amount as written: in major units, with the currency the cell itself names, or a sign that several currencies share. */
export type Amount = Readonly<{ major: number; currency?: string; sign?: string }>

export type AmountRefusal = NumberRefusal | "not-a-currency"

const signs: Readonly<Record<string, string>> = {
  ...{ "€": "EUR", "£": "GBP", "₹": "INR", "₽": "RUB", "₺": "TRY", "₩": "KRW", "₪": "ILS", "₫": "VND", "฿": "THB" },
  ...{ "₴": "UAH", "₦": "NGN", "₱": "PHP", "₸": "KZT", "₡": "CRC", "₲": "PYG", "₵": "GHS", "₾": "GEL", "₼": "AZN" },
  ...{ us$: "USD", a$: "AUD", au$: "AUD", c$: "CAD", ca$: "CAD", r$: "BRL", nz$: "NZD", hk$: "HKD", s$: "SGD" },
  ...{ sg$: "SGD", mx$: "MXN", nt$: "TWD", zł: "PLN", kč: "CZK", ft: "HUF", лв: "BGN", 元: "CNY", 円: "JPY" },
  ...{ fr: "CHF", sfr: "CHF", "cn¥": "CNY", "jp¥": "JPY", rmb: "CNY", euro: "EUR", euros: "EUR" },
}

/** Signs that several currencies share: which is meant, the file's currency says, or a person. */
const sharedSigns: Readonly<Record<string, readonly string[]>> = {
  $: ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "CLP", "COP", "ARS", "TWD"],
  "¥": ["JPY", "CNY"],
  kr: ["SEK", "NOK", "DKK", "ISK"],
  rs: ["INR", "PKR", "LKR", "NPR", "MUR"],
}

const sign =
  "((?:US|AU|CA|NZ|HK|SG|MX|NT|[ACRS])\\$|(?:CN|JP)[¥￥]|[€£₹₽₺₩₪₫฿₴₦₱₸₡₲₵₾₼$＄¥￥元円]|zł|Kč|Ft|лв\\.?|kr(?![a-z])\\.?|S?Fr(?![a-z])\\.?|Rs(?![a-z])\\.?|euros?|[A-Za-z]{3})"
const leading = new RegExp(`^([-−(]?)\\s*${sign}\\s*`, "i")
const trailing = new RegExp(`\\s*${sign}(\\)?)$`, "i")
const bare = /^[-\d.,]+$/

/** Reads "1.234,50 €", "USD 1,234.50", "CHF 500.-" or a bare number. "$", "¥" and "kr" belong to several currencies and name none. */
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
  if (written === undefined) return { major }
  const sign = written.toLowerCase().replace(/\.$/, "").replace("＄", "$").replace("￥", "¥")
  if (sign in sharedSigns) return { major, sign }
  const currency = readCurrency(signs[sign] ?? written)
  return isRefusal(currency) ? currency : { major, currency }
}

/** The currencies that a shared sign may mean. */
export const currenciesOfSign = (sign: string): readonly string[] => sharedSigns[sign] ?? []

/** The amount's text without its currency: what decides between decimal point and comma. */
export const withoutCurrency = (text: string): string => text.replace(leading, "$1").replace(trailing, "$2")
