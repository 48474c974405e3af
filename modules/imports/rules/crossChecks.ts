import type { FieldTable } from "#core/importable/field"
import type { Remarks } from "#core/importable/remark"
import { amountText, minorPerMajor, toMinor } from "#core/money"
import { type Refusal, refuse } from "#core/refusal"
import type { CellValue, ReadOptions } from "./cellReader.ts"
import type { Mapping } from "./mapping.ts"
import { type Amount, currenciesOfSign } from "./readMoney.ts"

type Fail = (field: string, column: number | undefined, refusal: Refusal) => void
type Finish = (row: Record<string, CellValue>, fail: Fail, isComplete: boolean, cells: readonly string[]) => void

/** The rules that bind several cells of a row: a field in parts, amounts with their currency, dates in order, one of several fields. */
export const crossChecks = (table: FieldTable, mapping: Mapping, options: ReadOptions, remarks: Remarks): Finish => {
  const columnOf = (key: string) => {
    const column = mapping.indexOf(key)
    return column < 0 ? undefined : column
  }
  const labelOf = (key: string) => table.fields.find((field) => field.key === key)?.label ?? key
  const moneyColumns = table.fields
    .filter((field) => field.type === "money" && mapping.includes(field.key))
    .map(({ key }) => ({ key, column: mapping.indexOf(key) }))
  const ordered = (table.inOrder ?? []).filter((pair) => pair.every((key) => mapping.includes(key)))
  const inParts = table.fields.flatMap(({ key, isRequired, inParts: parts }) =>
    parts?.fields.some((part) => mapping.includes(part)) ? [{ key, isRequired, ...parts }] : [],
  )
  return (row, fail, isComplete, cells) => {
    for (const { key, isRequired, fields, join } of inParts) {
      const [whole, ...parts] = [key, ...fields].map((each) => row[each] as string | undefined)
      const joined = join(whole, parts)
      if (joined !== undefined) row[key] = joined
      else if (isRequired) fail(key, columnOf(key), refuse("required-empty"))
    }
    for (const { key, column } of moneyColumns) {
      const found = row[key]
      if (found === undefined) continue
      const written = { field: key, text: cells[column] }
      const meant = currencyOf(
        written,
        found as Amount,
        row["currency"] as string | undefined,
        options.currency,
        remarks,
      )
      const money = typeof meant === "string" ? inMinor(written, found as Amount, meant, remarks) : meant
      if ("refusal" in money) fail(key, columnOf(key), money)
      else row[key] = money
    }
    for (const [first, second] of ordered) {
      const start = row[first]
      const end = row[second]
      if (typeof start === "string" && typeof end === "string" && isBefore(end, start))
        fail(
          second,
          columnOf(second),
          refuse("date-before-start", { other: labelOf(first), otherKey: first, otherValue: start }),
        )
    }
    if (!isComplete) return
    for (const group of table.oneOf ?? [])
      if (group.every((key) => row[key] === undefined))
        fail(
          group[0] ?? "",
          columnOf(group[0] ?? ""),
          refuse("one-of-needed", { fields: group.map(labelOf), fieldKeys: group }),
        )
  }
}

/** A cell as it stands in the file. */
type Written = Readonly<{ field: string; text: string | undefined }>

/** A day and an instant are compared by their days. */
const isBefore = (end: string, start: string): boolean =>
  end.length === start.length ? end < start : end.slice(0, 10) < start.slice(0, 10)

/**
 * The currency that the cell names, then that of its row, then that of the file. A sign that several currencies share means that of
 * the row or the file where that is one of them, else what somebody says it means.
 */
const currencyOf = (
  { field, text }: Written,
  { currency, sign }: Amount,
  column: string | undefined,
  whole: string | undefined,
  remarks: Remarks,
): string | Refusal => {
  if (currency && column && currency !== column) return refuse("currency-differs", { written: currency, column })
  const chosen = column ?? whole
  if (sign !== undefined) return currencyOfSign({ field, value: sign }, text, chosen, remarks)
  if (currency === undefined) return chosen ?? refuse("currency-missing")
  if (column !== undefined || whole === undefined || currency === whole) return currency
  const about = { field, value: currency }
  remarks.tell("currency-written", { ...about, text })
  return remarks.answerTo("currency-written", about) === "refuse"
    ? refuse("currency-differs", { written: currency, column: whole })
    : currency
}

const currencyOfSign = (
  about: Readonly<{ field: string; value: string }>,
  text: string | undefined,
  chosen: string | undefined,
  remarks: Remarks,
): string | Refusal => {
  const possible = currenciesOfSign(about.value)
  if (chosen !== undefined && possible.includes(chosen)) return chosen
  const meant = possible.find((code) => code === remarks.answerTo("currency-sign", about))
  remarks.tell("currency-sign", { ...about, text, becomes: meant, choices: possible })
  return meant ?? refuse("currency-unclear", { sign: about.value })
}

/** Parts of the smallest coin are told. */
const inMinor = ({ field, text }: Written, { major }: Amount, currency: string, remarks: Remarks) => {
  const amountMinor = toMinor(major, currency)
  if (amountMinor === undefined) return refuse("number-too-large")
  const whole = amountMinor / minorPerMajor(currency)
  if (Math.abs(whole - major) > Math.abs(major) * 1e-12) {
    const about = { field }
    remarks.tell("number-rounded", { ...about, text, becomes: amountText(amountMinor, currency) })
    if (remarks.answerTo("number-rounded", about) === "refuse") return refuse("left-out-as-said")
  }
  return { amountMinor, currency }
}
