import type { Money } from "#core/money"
import { minorPerMajor } from "#core/money"
import type { Column, Sheet, SheetRow, Value } from "./paper.ts"

/** A column of a file: an amount of money has become a number and its currency. */
export type FileColumn = Readonly<{
  key: string
  title: string
  kind: Exclude<Column["kind"], "money">
  digits: number
}>

export const fileColumns = ({ columns, words, timeZone }: Sheet): readonly FileColumn[] =>
  columns.flatMap(({ key, title, kind, digits = 0 }): FileColumn[] =>
    kind === "money"
      ? [
          { key, title, kind: "number", digits: 2 },
          { key: `${key}_currency`, title: `${title}: ${words.currency}`, kind: "text", digits: 0 },
        ]
      : [{ key, title: kind === "instant" ? `${title} (${timeZone})` : title, kind, digits }],
  )

/** The decimals of each cell: an amount of money has those of its currency, two of the euro, none of the yen, three of the dinar. */
export const fileDigits = ({ columns }: Sheet, row: SheetRow): number[] =>
  columns.flatMap(({ kind, digits = 0 }, index) => {
    const value: Value = row[index] ?? null
    return kind === "money"
      ? [value === null ? 0 : String(minorPerMajor((value as Money).currency)).length - 1, 0]
      : [digits]
  })

/** A row's values as the columns of the file take them; what is not known stays null. */
export const fileValues = ({ columns }: Sheet, row: SheetRow): (string | number | null)[] =>
  columns.flatMap(({ kind, digits = 0 }, index): (string | number | null)[] => {
    const value: Value = row[index] ?? null
    // As exact as it is shown: more digits would say more than is known.
    if (kind === "share" && typeof value === "number") return [Number(value.toFixed(digits + 2))]
    if (kind !== "money") return [value as string | number | null]
    if (value === null) return [null, null]
    const { amountMinor, currency } = value as Money
    return [amountMinor / minorPerMajor(currency), currency]
  })
