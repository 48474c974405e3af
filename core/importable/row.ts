import type { Money } from "#core/money"
import type { Instant, PlainDate } from "#core/time"

/** A number as written: "85 %" is 85 in percent, whether a cell holds the sign or its workbook shows it; 36:00:00 is 36 in hours. */
export type Quantity = Readonly<{ written: number; isPercent: boolean; isHours?: true }>

/** A length of time that is written in months, quarters or years: how many days those are hangs on when they begin. */
export type Months = Readonly<{ months: number }>

/** What a cell holds, once read. */
export type RowValue = string | number | boolean | readonly string[] | Money | Quantity | Months

/** A checked row: field key to value; empty cells are absent. */
export type ImportRow = Readonly<Record<string, RowValue>>

/** A field that was read as text, a name, a day or a choice. */
export const textOf = (row: ImportRow, field: string): string | undefined => row[field] as string | undefined

/** A field that was read as a number. */
export const numberOf = (row: ImportRow, field: string): number | undefined => row[field] as number | undefined

/** A field that was read as a number of days, or as months where it may say those. */
export const daysOrMonthsOf = (row: ImportRow, field: string): number | Months | undefined =>
  row[field] as number | Months | undefined

/** A field that was read as a number, with or without a percent sign. */
export const quantityOf = (row: ImportRow, field: string): Quantity | undefined => row[field] as Quantity | undefined

/** A field that was read as an amount of money. */
export const moneyOf = (row: ImportRow, field: string): Money | undefined => row[field] as Money | undefined

/** A field that was read as a list. */
export const listOf = (row: ImportRow, field: string): readonly string[] | undefined =>
  row[field] as readonly string[] | undefined

/**
 * The moment a fact of a day is recorded for: noon UTC, which is that very day in every time zone between twelve hours west
 * and eleven hours east.
 */
export const momentOf = (value: PlainDate | Instant): Instant =>
  value.length === 10 ? `${value}T12:00:00.000Z` : value

/** "in review" is in_review in the record. */
export const codeOf = (choice: string): string => choice.replaceAll(" ", "_")
