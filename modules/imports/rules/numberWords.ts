import { isRefusal } from "#core/refusal"
import { readAmount } from "./readMoney.ts"

const million = 1_000_000
const milliard = 1_000_000_000
const factors: Readonly<Record<string, number>> = {
  ...{ k: 1000, tsd: 1000, thousand: 1000, tausend: 1000, mille: 1000 },
  ...{ m: million, mm: million, mio: million, mn: million, mln: million, mill: million, million: million },
  ...{ millions: million, millionen: million, millones: million, milhões: million },
  ...{ tys: 1000, тыс: 1000, млн: million, млрд: milliard, mld: milliard, mds: milliard },
  ...{
    lakh: 100_000,
    lakhs: 100_000,
    lac: 100_000,
    lacs: 100_000,
    cr: 10_000_000,
    crore: 10_000_000,
    crores: 10_000_000,
  },
  ...{ bn: milliard, mrd: milliard, milliarde: milliard, milliarden: milliard, milliards: milliard },
}

/** How many ones a word for thousands or millions stands for. T is a thousand before a currency only (T€), B a milliard only as a capital. */
export const scaleOf = (word: string, currency: string): number | undefined => {
  if (word === "T" && currency !== "") return 1000
  if (word === "B") return milliard
  const known = word.toLowerCase().replace(/\.$/, "")
  return Object.hasOwn(factors, known) ? factors[known] : undefined
}

const words = [...Object.keys(factors), "t", "b"].toSorted((a, b) => b.length - a.length).join("|")
const scaled = new RegExp(`^(.*\\d[.,]?)\\s*(${words})(\\.?)\\s*(\\p{Sc}|\\p{L}\\p{L}*[.$]?|)(\\)?)$`, "iu")

/** A number of thousands or millions, taken apart: "1.2 Mio. €" is 1.2 €, a million times. */
export const unscaled = (text: string): Readonly<{ text: string; word: string; factor: number }> | undefined => {
  const [, head = "", word = "", , currency = "", close = ""] = scaled.exec(text) ?? []
  if (word === "") return undefined
  const before = /^[-−(]?\s*(\D*?)\s*\d/.exec(head)?.[1] ?? ""
  const factor = scaleOf(word, currency || before)
  return factor === undefined ? undefined : { text: `${head}${currency && ` ${currency}`}${close}`, word, factor }
}

/** True of a sign or code of a currency. */
export const namesCurrency = (text: string): boolean => {
  if (text === "" || /\d/.test(text)) return false
  const read = readAmount(`1 ${text}`, "point")
  return !isRefusal(read) && (read.currency ?? read.sign) !== undefined
}
