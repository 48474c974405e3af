import { type Field, numberTypes } from "#core/importable/field"
import type { Remarks } from "#core/importable/remark"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import type { CellReader, CellValue } from "./cellReader.ts"
import { daysReader } from "./daysReader.ts"
import type { DecimalFormat } from "./formats.ts"
import { hoursSpoken } from "./hoursSpoken.ts"
import { unscaled } from "./numberWords.ts"
import { readAmount } from "./readMoney.ts"

const duration = /^([-−]?)(\d{1,6}):([0-5]\d):([0-5]\d)$/
/**
 * Numbers with words: thousands and millions (12 k€, 1.2 Mio.), a currency or a percent sign where a bare number is meant, hours as 36:00:00,
 * days as "3 months". What is made of them is told; a percent sign, of which nobody knows the unit, a second currency, and months in days
 * are asked about. Costs nothing where a number is one.
 */
export const withWords = (field: Field, read: CellReader, decimals: DecimalFormat, remarks: Remarks): CellReader => {
  const { key, type } = field
  if (!numberTypes.has(type)) return read
  const isBare = type === "number" || type === "integer"
  const inHours = hoursReader(field, read, decimals)
  const inDays = daysReader(field, read, remarks)
  const inScale = scaleReader(field, read, decimals, remarks)
  return (text) => {
    if (isBare && text.endsWith("%")) return percent(key, text, read, decimals, remarks)
    const found = read(text)
    if (found === undefined || !isRefusal(found)) return found
    if (found.refusal !== "not-a-number" && found.refusal !== "not-a-currency") return found
    return inHours(text.trim()) ?? inDays(text.trim()) ?? inScale(text.trim()) ?? found
  }
}

type Reading = (text: string) => CellValue | Refusal | undefined

const percent = (field: string, text: string, read: CellReader, decimals: DecimalFormat, remarks: Remarks) => {
  const number = read(text.slice(0, -1))
  if (typeof number !== "number") return number
  const answer = remarks.answerTo("percent-in-number", { field })
  const taken = answer === "share" ? read(written(number / 100, decimals)) : number
  remarks.tell("percent-in-number", { field, text, ...(typeof taken === "number" && { becomes: String(taken) }) })
  return answer === "refuse" ? refuse("left-out-as-said") : taken
}

/** Hours and minutes where hours are meant; a measured value says by its signal what it is in. */
const hoursReader =
  ({ type, unit }: Field, read: CellReader, decimals: DecimalFormat): Reading =>
  (text) => {
    if (unit !== "hours" && type !== "quantity") return undefined
    const spoken = unit === "hours" ? hoursSpoken(text) : undefined
    if (spoken !== undefined) return read(written(spoken, decimals))
    const [, minus, hours, minutes, seconds] = duration.exec(text) ?? []
    if (hours === undefined) return undefined
    const value = (minus ? -1 : 1) * (Number(hours) + Number(minutes) / 60 + Number(seconds) / 3600)
    return type === "quantity" ? { written: value, isPercent: false, isHours: true } : read(written(value, decimals))
  }

const scaleReader = ({ key, type }: Field, read: CellReader, decimals: DecimalFormat, remarks: Remarks): Reading => {
  const told = (code: string, value: string, text: string, becomes: string): string => {
    const about = { field: key, value }
    remarks.tell(code, { ...about, text, becomes })
    return remarks.answerTo(code, about) ?? ""
  }
  let first: string | undefined
  /** What of one currency is a number may be counted; with what is of another it is no sum. */
  const stripped = (currency: string, text: string, becomes: string): string => {
    first ??= currency
    return told(currency === first ? "number-with-currency" : "several-currencies", currency, text, becomes)
  }
  return (text) => {
    const scale = unscaled(text)
    const amount = readAmount(scale?.text ?? text, decimals)
    if (isRefusal(amount)) return undefined
    const currency = amount.currency ?? amount.sign
    if (!scale && currency === undefined) return undefined
    const whole = Number((amount.major * (scale?.factor ?? 1)).toPrecision(15))
    const scaling = scale ? told("number-scaled", scale.word, text, String(whole)) : "whole"
    const isStripped = currency !== undefined && type !== "money"
    const stripping = isStripped ? stripped(currency, text, String(whole)) : "number"
    if (scaling === "refuse" || stripping === "refuse") return refuse("left-out-as-said")
    const number = written(scaling === "number" ? amount.major : whole, decimals)
    return read(type === "money" && currency !== undefined ? `${number} ${currency}` : number)
  }
}

/** A number in the way its column writes numbers. */
const written = (value: number, decimals: DecimalFormat): string => {
  const text = String(Number(value.toPrecision(15))).replace(/\.(\d{3})$/, ".$10")
  return decimals === "comma" ? text.replace(".", ",") : text
}
