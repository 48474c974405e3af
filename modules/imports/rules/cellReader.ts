import { asWritten } from "#core/harmless"
import { type Choices, dateTypes, type Field, numberTypes } from "#core/importable/field"
import type { RowValue } from "#core/importable/row"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { visibleLine, visibleText } from "#core/visibleText"
import { choiceReader } from "./choiceReader.ts"
import type { ColumnFormat } from "./formats.ts"
import { plainSigns } from "./plainSigns.ts"
import { readCountry } from "./readCountry.ts"
import { readCurrency } from "./readCurrency.ts"
import { readDay, readMoment } from "./readMoment.ts"
import { type Amount, readAmount } from "./readMoney.ts"
import { readNumber } from "./readNumber.ts"
import { readDomains, readEmail, readList, readName, readPhone } from "./readText.ts"
import { isDayOfWeek, readWeek } from "./readWeek.ts"
import { zonedClock, zonedDay } from "./zonedClock.ts"

/** What a cell holds; an amount waits for its currency, which may stand in another cell. */
export type CellValue = RowValue | Amount

/** What holds for the whole file: the time zone of local times, the currency of amounts that name none. */
export type ReadOptions = Readonly<{ timeZone?: string; currency?: string }>

/** Reads a cell: a value, undefined when it is blank, or the reason it cannot be taken. */
export type CellReader = (text: string) => CellValue | undefined | Refusal

/** Stands where a formula has no value yet. */
export const notCalculated = "#NOT CALCULATED!"
/** In the languages that spreadsheets write their errors in, and what a column shows that is too narrow for its values. */
const formulaError = new RegExp(
  `^#(?:${[
    "N/A|REF!|VALUE!|DIV/0!|NAME\\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA|#{2,}",
    "BEZUG!|WERT!|ZAHL!|ÜBERLAUF!|VALEUR!|NOM\\?|NOMBRE!|NUL!|¡REF!|¡VALOR!|¿NOMBRE\\?|¡NUM!|¡NULO!|¡DIV/0!|¡DESBORDAMIENTO!",
    "RIF!|VALORE!|NOME\\?|NULLO!|VALOR!|NÚM!|NULO!|VERW!|WAARDE!|NAAM\\?|GETAL!|LEEG!|DEEL/0!|ADR!|ARG!|NAZWA\\?|LICZBA!|ZERO!|DZIEL/0!",
    "ССЫЛКА!|ЗНАЧ!|ИМЯ\\?|ЧИСЛО!|ПУСТО!|ДЕЛ/0!",
  ].join("|")})$`,
  "u",
)
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
/** How exports keep a spreadsheet from reading an id as a number. */
const quotedFormula = /^="([^"]*)"$/
const longestText = 500
/** Most cells: nothing in them needs cleaning. */
const isPlain = /^[!-~](?:[ -~]*[!-~])?$/
const yesNo: Choices = {
  true: "yes, y, 1, ja, wahr, oui, vrai, sí, si, verdadero, x",
  false: "no, n, 0, nein, falsch, non, faux, falso",
}

/** Builds the reader of one column for one field. */
export const cellReader = (field: Field, format: ColumnFormat, options: ReadOptions): CellReader => {
  const read = reader(field, format, options)
  const isProse = field.type === "text" || field.type === "name" || field.type === "list"
  const isCounted = numberTypes.has(field.type) || dateTypes.has(field.type)
  const maxLength = field.maxLength ?? longestText
  // A list may have an entry a line, and so may a longer text; a name, a title, an id stand on one.
  const bareOf = !isProse
    ? (raw: string) => raw.replace(invisible, "").trim()
    : field.type === "list" || maxLength > longestText
      ? visibleText
      : visibleLine
  return (raw) => {
    const isClean = isPlain.test(raw) && !(isProse && raw.includes("  "))
    const bare = isClean ? raw : bareOf(raw)
    const text = asWritten(bare.startsWith('="') ? (quotedFormula.exec(bare)?.[1] ?? bare) : bare)
    if (text === "") return undefined
    if (!isClean && !isReadable(text)) return refuse("unreadable-characters")
    if (text.startsWith("#")) {
      if (text === notCalculated) return refuse("formula-without-value")
      if (formulaError.test(text)) return refuse("formula-error", { text })
    }
    if (text.length > maxLength) return refuse("text-too-long", { max: maxLength })
    return read(isCounted && !isClean ? plainSigns(text) : text)
  }
}

/** A NUL or half a character cannot be stored; U+FFFD stands where the decoder found no character. */
const isReadable = (text: string): boolean =>
  text.isWellFormed() && !text.includes("\u0000") && !text.includes("\ufffd")

const reader = (field: Field, { dates, decimals }: ColumnFormat, options: ReadOptions): CellReader => {
  switch (field.type) {
    case "text":
      return (text) => text
    case "name":
      return readName
    case "phone":
      return readPhone
    case "email":
      return readEmail
    case "country":
      return readCountry
    case "currency":
      return readCurrency
    case "domains":
      return readDomains
    case "list":
      return readList
    // Any day of a week names it; which one is kept, because the days of a week may each have a row.
    case "date":
    case "week": {
      const toDay = zonedDay(options.timeZone ?? "UTC")
      const mayBeWeek = field.type === "week" || field.orWeek === true
      return (text) => {
        const week = mayBeWeek || isDayOfWeek(text) ? readWeek(text) : undefined
        return week === undefined ? readDay(text, dates, toDay) : existing(week)
      }
    }
    case "moment": {
      const toInstant = zonedClock(options.timeZone ?? "UTC")
      return (text) => readMoment(text, dates, toInstant)
    }
    case "number":
      return (text) => within(field, readNumber(text, decimals))
    case "integer":
      return (text) => {
        const value = readNumber(text, decimals)
        return isRefusal(value) || Number.isInteger(value) ? within(field, value) : refuse("not-a-whole-number")
      }
    case "quantity":
      return (text) => {
        const written = readNumber(text, decimals)
        return isRefusal(written) ? written : { written, isPercent: text.endsWith("%") }
      }
    case "money":
      return (text) => readAmount(text, decimals)
    case "choice": {
      const readChoice = choiceReader(field.choices ?? {})
      if (!field.orName) return readChoice
      return (text) => {
        const choice = readChoice(text)
        return isRefusal(choice) ? readName(text) : choice
      }
    }
    case "flag": {
      const readChoice = choiceReader(yesNo)
      return (text) => {
        const choice = readChoice(text)
        return isRefusal(choice) ? choice : choice === "true"
      }
    }
  }
}

const existing = (week: PlainDate | "no-such-week"): PlainDate | Refusal =>
  week === "no-such-week" ? refuse("date-impossible") : week

const within = (field: Field, value: number | Refusal): number | Refusal => {
  if (isRefusal(value)) return value
  if (field.min !== undefined && value < field.min) return refuse("number-too-small", { min: field.min })
  if (field.max !== undefined && value > field.max) return refuse("number-above-limit", { max: field.max })
  return value
}
