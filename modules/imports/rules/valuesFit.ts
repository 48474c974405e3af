import { dateTypes, type Field, numberTypes } from "#core/importable/field"
import { isRefusal } from "#core/refusal"
import { cellReader } from "./cellReader.ts"
import { dayReadings } from "./dayReadings.ts"
import { looksLikeDays } from "./daysReader.ts"
import { unknownFormat } from "./formats.ts"
import { hoursSpoken } from "./hoursSpoken.ts"
import { unscaled } from "./numberWords.ts"
import { plainSigns } from "./plainSigns.ts"
import { isPlausibleSerial } from "./readDate.ts"
import { splitTime } from "./readMoment.ts"
import { withoutCurrency } from "./readMoney.ts"
import { numberReadings } from "./readNumber.ts"
import { isDayOfWeek, readWeek } from "./readWeek.ts"

const enough = 50
/** No date and no amount is longer; longer texts are not even looked at, whatever they hold. */
export const longestValue = 100

/** The share of cells, 0 to 1, that could be values of the field in some format. Text fits everything a little less than all. */
export const valuesFit = (field: Field, cells: readonly string[]): number => {
  const looked = cells.slice(0, enough)
  const fits = fitOf(field)
  const fitting = looked.filter((cell) => fits(cell.trim()))
  // A column of ids names what is meant as well, and is taken where none has the names.
  const ids = field.orId ? looked.filter((cell) => isId.test(cell.trim())).length : 0
  if (ids === looked.length) return idsFit
  const others = field.type === "choice" ? looked.filter((cell) => !fits(cell.trim()) && isWord(cell.trim())) : []
  return (fitting.length + others.length * matchable) / looked.length
}

const isId = /^(?=[^\d]*\d)[\w.:/-]{1,60}$/
const idsFit = 0.9

/** A word that a closed list does not have may be matched with one that it has. */
const matchable = 0.5
const isWord = (cell: string): boolean =>
  cell.length <= 60 && /\p{L}/u.test(cell) && !cell.includes("@") && !looksLikeDate(cell) && !looksLikeNumber(cell)

const fitOf = (field: Field): ((cell: string) => boolean) => {
  if (field.type === "week" || field.orWeek) return (cell) => looksLikeDay(cell) || readWeek(cell) !== undefined
  if (dateTypes.has(field.type)) return looksLikeDay
  if (numberTypes.has(field.type))
    return (cell) =>
      looksLikeNumber(cell) ||
      looksLikeNumber(unscaled(cell)?.text ?? "") ||
      (field.unit === "days" && looksLikeDays(cell)) ||
      (field.unit === "hours" && hoursSpoken(cell) !== undefined)
  const read = cellReader(field, unknownFormat, {})
  if (field.type === "name") return (cell) => !looksLikeNumber(cell) && !looksLikeDate(cell) && !isRefusal(read(cell))
  return (cell) => !isRefusal(read(cell))
}

/** A day, or a spreadsheet's number for one. */
const looksLikeDay = (text: string): boolean =>
  looksLikeDate(text) || isPlausibleSerial(text) || (isDayOfWeek(text) && readWeek(text) !== undefined)

/** True when the text is a date in some order. */
export const looksLikeDate = (text: string): boolean => {
  if (text.length > longestValue) return false
  const plain = plainSigns(text)
  const readings = dayReadings(splitTime(plain)?.day ?? plain)
  return !readings.isImpossible && (readings.any ?? readings.dmy ?? readings.mdy ?? readings.ymd) !== undefined
}

/** True when the text is a number with decimal point or comma, with or without a currency. */
export const looksLikeNumber = (text: string): boolean => {
  if (text.length > longestValue) return false
  const { point, comma } = numberReadings(withoutCurrency(plainSigns(text)))
  return (point ?? comma) !== undefined
}
