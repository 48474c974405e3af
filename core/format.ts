import { type Money, minorPerMajor } from "./money.ts"
import { punctuationOf } from "./punctuation.ts"
import type { Instant, PlainDate } from "./time.ts"

const shapes = {
  date: { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" },
  day: { day: "numeric", month: "short", timeZone: "UTC" },
  month: { month: "short", timeZone: "UTC" },
  year: { month: "short", year: "numeric", timeZone: "UTC" },
  dayOf: { day: "numeric", month: "short", year: "numeric" },
  moment: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
} as const

/** How a page or a document writes what people read: in a language with its region, moments in a time zone (the machine's without one). */
export const formatIn = (language: string, timeZone?: string) => ({
  date: (on: PlainDate) => dateFormat(language, "date").format(new Date(`${on}T00:00:00Z`)),
  day: (on: PlainDate) => dateFormat(language, "day").format(new Date(`${on}T00:00:00Z`)),
  month: (on: PlainDate) => dateFormat(language, "month").format(new Date(`${on}T00:00:00Z`)),
  monthOfYear: (on: PlainDate) => dateFormat(language, "year").format(new Date(`${on}T00:00:00Z`)),
  /** The day on which a moment is, which differs by time zone. */
  dayOf: (at: Instant) => dateFormat(language, "dayOf", timeZone).format(new Date(at)),
  moment: (at: Instant) => dateFormat(language, "moment", timeZone).format(new Date(at)),
  number: (value: number, digits = 0) =>
    numberFormat(language, { style: "decimal", maximumFractionDigits: digits }).format(value),
  percent: (share: number, digits = 0) =>
    numberFormat(language, { style: "percent", maximumFractionDigits: digits }).format(share),
  /** An amount; compact where there is little space ("€1.2M"). */
  money: ({ amountMinor, currency }: Money, isCompact = false) =>
    numberFormat(language, {
      style: "currency",
      currency,
      ...(isCompact ? { notation: "compact", maximumFractionDigits: 1 } : {}),
    }).format(amountMinor / minorPerMajor(currency)),
  /** A number with its unit; where the unit is a currency, as money without its minor part. */
  quantity: (value: number, unit: string) =>
    /^[A-Z]{3}$/.test(unit)
      ? numberFormat(language, { style: "currency", currency: unit, maximumFractionDigits: 0 }).format(value)
      : `${numberFormat(language, { style: "decimal", maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`,
  /** "A, B and C" as the language joins them. */
  list: (items: readonly string[]) => listFormat(language).format(items),
  /** How large a file is: in bytes, kB or MB, whichever reads best. */
  bytes: (size: number) => {
    const [value, unit] =
      size < 1_000 ? [size, "byte"] : size < 1_000_000 ? [size / 1_000, "kilobyte"] : [size / 1_000_000, "megabyte"]
    return numberFormat(language, {
      style: "unit",
      unit,
      unitDisplay: unit === "byte" ? "long" : "short",
      maximumFractionDigits: value < 10 ? 1 : 0,
    }).format(value)
  },
  ...punctuationOf(language),
})

export type Format = ReturnType<typeof formatIn>

/**
 * How a language is written: in the way of the country that somebody's locale names ("en-IE"); where it names none, English as most
 * of those write days who read it.
 */
export const localeOf = (language: string, wanted = ""): string => {
  if (/^[a-z]{2}-[A-Z]{2}$/.test(wanted) && wanted.startsWith(`${language}-`)) return wanted
  return language === "en" ? "en-GB" : language
}

const madeDates = new Map<string, Intl.DateTimeFormat>()
const madeLists = new Map<string, Intl.ListFormat>()
const madeNumbers = new Map<string, Intl.NumberFormat>()

/** Making a formatter costs more than using it a thousand times, so each is made once. */
const dateFormat = (language: string, shape: keyof typeof shapes, timeZone?: string): Intl.DateTimeFormat => {
  const key = `${language} ${shape} ${timeZone ?? ""}`
  const format =
    madeDates.get(key) ??
    new Intl.DateTimeFormat(language, { ...shapes[shape], ...(timeZone === undefined ? {} : { timeZone }) })
  madeDates.set(key, format)
  return format
}

const listFormat = (language: string): Intl.ListFormat => {
  const format = madeLists.get(language) ?? new Intl.ListFormat(language, { type: "conjunction" })
  madeLists.set(language, format)
  return format
}

const numberFormat = (language: string, shape: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const key = `${language} ${Object.values(shape).join(" ")}`
  const format = madeNumbers.get(key) ?? new Intl.NumberFormat(language, shape)
  madeNumbers.set(key, format)
  return format
}
