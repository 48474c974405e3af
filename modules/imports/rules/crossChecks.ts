import type { FieldTable } from "#core/importable/field"
import { toMinor } from "#core/money"
import { type Refusal, refuse } from "#core/refusal"
import type { CellValue, ReadOptions } from "./cellReader.ts"
import type { Mapping } from "./mapping.ts"
import type { Amount } from "./readMoney.ts"

type Fail = (field: string, column: number | undefined, refusal: Refusal) => void
type Finish = (row: Record<string, CellValue>, fail: Fail, isComplete: boolean) => void

/** The rules that bind several cells of a row: amounts with their currency, dates in order, one of several fields. */
export const crossChecks = (table: FieldTable, mapping: Mapping, options: ReadOptions): Finish => {
  const columnOf = (key: string) => {
    const column = mapping.indexOf(key)
    return column < 0 ? undefined : column
  }
  const labelOf = (key: string) => table.fields.find((field) => field.key === key)?.label ?? key
  const moneyKeys = table.fields
    .filter((field) => field.type === "money" && mapping.includes(field.key))
    .map((field) => field.key)
  const ordered = (table.inOrder ?? []).filter((pair) => pair.every((key) => mapping.includes(key)))
  return (row, fail, isComplete) => {
    for (const key of moneyKeys) {
      const found = row[key]
      if (found === undefined) continue
      const money = withCurrency(found as Amount, row["currency"] as string | undefined, options.currency)
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
          refuse("one-of-needed", { fields: group.map(labelOf).join(", "), fieldKeys: group }),
        )
  }
}

/** A day and an instant are compared by their days. */
const isBefore = (end: string, start: string): boolean =>
  end.length === start.length ? end < start : end.slice(0, 10) < start.slice(0, 10)

const withCurrency = (amount: Amount, column: string | undefined, whole: string | undefined) => {
  if (amount.currency && column && amount.currency !== column)
    return refuse("currency-differs", { written: amount.currency, column })
  const currency = amount.currency ?? column ?? whole
  if (currency === undefined) return refuse("currency-missing")
  const amountMinor = toMinor(amount.major, currency)
  return amountMinor === undefined ? refuse("number-too-large") : { amountMinor, currency }
}
