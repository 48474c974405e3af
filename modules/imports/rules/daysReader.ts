import type { Field } from "#core/importable/field"
import type { Remarks } from "#core/importable/remark"
import { isRefusal, refuse } from "#core/refusal"
import { words } from "#core/textKey"
import type { CellReader } from "./cellReader.ts"

const days =
  "d, day, days, calendar days, tag, tage, tagen, kalendertage, jour, jours, día, días, dia, dias, giorno, giorni, dag, dagen, dni, dzień, 日, 日間"
const weeks =
  "w, wk, wks, week, weeks, woche, wochen, semaine, semaines, semana, semanas, settimana, settimane, weken, tygodni, tygodnie, 週間"
const months =
  "mo, mos, month, months, monat, monate, monaten, mois, mes, meses, mês, mese, mesi, maand, maanden, miesiąc, miesiące, miesięcy, か月, ヶ月, カ月"
const quarters = "q, quarter, quarters, quartal, quartale, trimestre, trimestres, trimestri, kwartaal, kwartały"
const years =
  "y, yr, yrs, year, years, jahr, jahre, an, ans, année, années, año, años, ano, anos, anno, anni, jaar, rok, lata, 年"

const of = (list: string, unit: Readonly<{ days?: number; months?: number }>) =>
  words(list).map((word) => [word, unit] as const)
const units = new Map([
  ...of(days, { days: 1 }),
  ...of(weeks, { days: 7 }),
  ...of(months, { months: 1 }),
  ...of(quarters, { months: 3 }),
  ...of(years, { months: 12 }),
])
const withUnit = /^(\d{1,4})\s*([\p{L}ヶー ]+?)\.?$/u

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The most days that so many months in a row may have, leap days among them. */
const longest = (count: number): number =>
  Math.max(
    ...lengths.map((_, start) => {
      const run = Array.from({ length: count }, (_, at) => lengths[(start + at) % 12] ?? 0)
      return run.reduce((sum, each) => sum + each, 0) + (run.includes(28) ? Math.ceil(count / 48) : 0)
    }),
  )

/** "90 days", "3 months", taken apart. */
const daysIn = (text: string) => {
  const [, digits = "", word = ""] = withUnit.exec(text) ?? []
  const unit = units.get(word.trim().toLowerCase())
  return unit && { count: Number(digits), ...unit }
}

export const looksLikeDays = (text: string): boolean => daysIn(text) !== undefined

/**
 * A number of days with its unit. Days and weeks are as many whenever they begin; months are not, and a notice that counts a day too few is
 * given too late: that is asked about, where they cannot stay months.
 */
export const daysReader = (field: Field, read: CellReader, remarks: Remarks): CellReader => {
  if (field.unit !== "days") return () => undefined
  return (text) => {
    const found = daysIn(text)
    if (found?.days !== undefined) return read(String(found.count * found.days))
    if (found?.months === undefined) return undefined
    const inMonths = found.count * found.months
    if (field.orMonths === true) {
      const asDays = read(String(longest(inMonths)))
      return isRefusal(asDays) ? asDays : { months: inMonths }
    }
    const answer = remarks.answerTo("months-in-days", { field: field.key })
    const taken = read(String(answer === "thirty" ? inMonths * 30 : longest(inMonths)))
    if (!isRefusal(taken)) remarks.tell("months-in-days", { field: field.key, text, becomes: String(taken) })
    return answer === "refuse" ? refuse("left-out-as-said") : taken
  }
}
