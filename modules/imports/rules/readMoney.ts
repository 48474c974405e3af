import { isRefusal, type Refusal, refuse } from "#core/refusal"
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
  ...{
    fr: "CHF",
    sfr: "CHF",
    "cn¥": "CNY",
    "jp¥": "JPY",
    rmb: "CNY",
    cdn: "CAD",
    yen: "JPY",
    euro: "EUR",
    euros: "EUR",
  },
  ...{ zl: "PLN", lei: "RON", leu: "RON", rm: "MYR", rp: "IDR", tl: "TRY", r: "ZAR", "s/": "PEN", đ: "VND" },
  ...{ руб: "RUB", р: "RUB", грн: "UAH", лева: "BGN" },
}

/** Signs that several currencies share: which is meant, the file's currency says, or a person. */
const sharedSigns: Readonly<Record<string, readonly string[]>> = {
  $: ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "CLP", "COP", "ARS", "TWD"],
  "¥": ["JPY", "CNY"],
  dollar: ["USD", "CAD", "AUD", "NZD", "SGD", "HKD"],
  kr: ["SEK", "NOK", "DKK", "ISK"],
  rs: ["INR", "PKR", "LKR", "NPR", "MUR"],
}

const written = [
  "(?:US|AU|CA|NZ|HK|SG|MX|NT|[ACRS])\\$|(?:CN|JP)[¥￥]|[€£₹₽₺₩₪₫฿₴₦₱₸₡₲₵₾₼$＄¥￥元円]",
  "(?:zł|zl|Kč|Ft|TL|RM|Rp|R|kr|S?Fr|Rs|đ)(?!\\p{L})\\.?|S/\\.?|(?:лв|лева|руб|р|грн)(?!\\p{L})\\.?",
  "euros?(?!\\p{L})|dollars?(?!\\p{L})|[A-Za-z]{3}(?!\\p{L})",
].join("|")
const leading = new RegExp(`^([-−(]?)\\s*(${written})\\s*`, "iu")
const trailing = new RegExp(`\\s*(?<!\\p{L})(${written})(\\)?)$`, "iu")
const bare = /^[-\d.,]+$/

/**
 * Reads "1.234,50 €", "USD 1,234.50", "CHF 500.-" or a bare number. "$", "¥" and "kr" belong to several currencies and name none, unless
 * the code stands there too ("$5.00 CAD").
 */
export const readAmount = (text: string, format: DecimalFormat): Amount | Refusal<AmountRefusal> => {
  if (bare.test(text)) return amountOf(readNumber(text, format), [])
  const before = leading.exec(text)
  const rest = before ? text.replace(leading, "$1") : text
  // A sign before the number, and then the code of it: USD $5.00, or MXN$5.00.
  const between = before && leading.exec(rest)
  const number = between ? rest.replace(leading, "$1") : rest
  const after = trailing.exec(number)
  const names = [before?.[2], between?.[2], after?.[1]].filter((name) => name !== undefined)
  return amountOf(readNumber(after ? number.replace(trailing, "$2") : number, format), names)
}

const amountOf = (
  major: number | Refusal<NumberRefusal>,
  names: readonly string[],
): Amount | Refusal<AmountRefusal> => {
  if (isRefusal(major)) return major
  let currency: string | undefined
  let sign: string | undefined
  for (const name of names) {
    const plain = name
      .toLowerCase()
      .replace(/\.$/, "")
      .replace("＄", "$")
      .replace("￥", "¥")
      .replace(/^dollars$/, "dollar")
    if (plain in sharedSigns) {
      sign = plain
      continue
    }
    const read = readCurrency(signs[plain] ?? name)
    if (isRefusal(read)) return read
    if (currency !== undefined && currency !== read) return refuse("not-a-currency")
    currency = read
  }
  if (currency === undefined) return sign === undefined ? { major } : { major, sign }
  return sign === undefined || currenciesOfSign(sign).includes(currency)
    ? { major, currency }
    : refuse("not-a-currency")
}

/** The currencies that a shared sign may mean. */
export const currenciesOfSign = (sign: string): readonly string[] => sharedSigns[sign] ?? []

/** The amount's text without its currency: what decides between decimal point and comma. */
export const withoutCurrency = (text: string): string =>
  text.replace(leading, "$1").replace(leading, "$1").replace(trailing, "$2")
