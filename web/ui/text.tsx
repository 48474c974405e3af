import { type Money, minorPerMajor } from "#core/money"
import type { Instant, PlainDate } from "#core/time"
import { useLanguage, useTexts } from "#ui/texts"

/** Unknown is a state of its own: a dash to the eye, a word to the ear. */
export const Unknown = () => {
  const t = useTexts("ui")
  return (
    <span role="img" aria-label={t("unknown")} title={t("unknown")}>
      –
    </span>
  )
}

/** Formatters in the reader's language, for places that need text instead of an element. */
export const useFormat = (): Format => {
  const language = useLanguage()
  const format = madeFormats.get(language) ?? formatIn(withRegion(language))
  madeFormats.set(language, format)
  return format
}

const formatIn = (language: string) => ({
  date: (on: PlainDate) => dateFormat(language, "date").format(new Date(`${on}T00:00:00Z`)),
  day: (on: PlainDate) => dateFormat(language, "day").format(new Date(`${on}T00:00:00Z`)),
  /** A past day in little space: of this year with its day, of an earlier one with its year. */
  since: (on: PlainDate, today: PlainDate) =>
    dateFormat(language, on.slice(0, 4) === today.slice(0, 4) ? "day" : "year").format(new Date(`${on}T00:00:00Z`)),
  moment: (at: Instant) => dateFormat(language, "moment").format(new Date(at)),
  /** A tick of a time axis: the year in January, else the month, or the day where ticks are closer. */
  tick: (ms: number) => {
    const at = new Date(ms)
    if (at.getDate() > 1) return dateFormat(language, "day").format(at)
    return at.getMonth() === 0 ? String(at.getFullYear()) : dateFormat(language, "month").format(at)
  },
  number: (value: number, digits = 0) =>
    numberFormat(language, { style: "decimal", maximumFractionDigits: digits }).format(value),
  percent: (share: number, digits = 0) =>
    numberFormat(language, { style: "percent", maximumFractionDigits: digits }).format(share),
  money: (money: Money, isCompact = false) => moneyText(language, money, isCompact),
  /** A number with its unit; where the unit is a currency, as money without its minor part. */
  quantity: (value: number, unit: string) =>
    /^[A-Z]{3}$/.test(unit)
      ? numberFormat(language, { style: "currency", currency: unit, maximumFractionDigits: 0 }).format(value)
      : `${numberFormat(language, { style: "decimal", maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`,
  country: (code: string) => countryNames(language).get(code) ?? code,
})

type Format = ReturnType<typeof formatIn>

const madeFormats = new Map<string, Format>()

/** The reader's own region where the browser names one: British English writes dates unlike American. */
const withRegion = (language: string): string =>
  navigator.languages.find((each) => each.startsWith(`${language}-`)) ?? language

const shapes = {
  date: { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" },
  day: { day: "numeric", month: "short", timeZone: "UTC" },
  month: { month: "short" },
  year: { month: "short", year: "numeric", timeZone: "UTC" },
  moment: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
} as const

const madeDates = new Map<string, Intl.DateTimeFormat>()
const madeNumbers = new Map<string, Intl.NumberFormat>()

/** Making a formatter costs more than using it a thousand times, so each is made once. */
const dateFormat = (language: string, shape: keyof typeof shapes): Intl.DateTimeFormat => {
  const key = `${language} ${shape}`
  const format = madeDates.get(key) ?? new Intl.DateTimeFormat(language, shapes[shape])
  madeDates.set(key, format)
  return format
}

const numberFormat = (language: string, shape: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const key = `${language} ${Object.values(shape).join(" ")}`
  const format = madeNumbers.get(key) ?? new Intl.NumberFormat(language, shape)
  madeNumbers.set(key, format)
  return format
}

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
const notCountries = new Set(["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"])
const madeNames = new Map<string, ReadonlyMap<string, string>>()

/** The name of every country by its two-letter code: browsers know the names, but list no codes. */
export const countryNames = (language: string): ReadonlyMap<string, string> => {
  const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" })
  const made =
    madeNames.get(language) ??
    new Map(
      letters
        .flatMap((first) => letters.map((second) => `${first}${second}`))
        // A code given up long ago is written as its successor.
        .filter((code) => !notCountries.has(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`)
        .flatMap((code): [string, string][] => {
          const name = names.of(code)
          return name === undefined ? [] : [[code, name]]
        }),
    )
  madeNames.set(language, made)
  return made
}

const moneyText = (language: string, { amountMinor, currency }: Money, isCompact: boolean): string =>
  numberFormat(language, {
    style: "currency",
    currency,
    ...(isCompact ? { notation: "compact", maximumFractionDigits: 1 } : {}),
  }).format(amountMinor / minorPerMajor(currency))

/** A day, in the reader's language. */
export const DateText = ({ on }: { on: PlainDate | undefined | null }) => {
  const format = useFormat()
  return on ? (
    <time dateTime={on} className="numbers">
      {format.date(on)}
    </time>
  ) : (
    <Unknown />
  )
}

/** A moment, in the reader's language and time zone. */
export const MomentText = ({ at }: { at: Instant | undefined | null }) => {
  const format = useFormat()
  return at ? (
    <time dateTime={at} className="numbers">
      {format.moment(at)}
    </time>
  ) : (
    <Unknown />
  )
}

/** An amount; `isCompact` for tables ("€1.2M"). */
export const MoneyText = ({ money, isCompact = false }: { money: Money | undefined | null; isCompact?: boolean }) => {
  const format = useFormat()
  return money ? (
    <span className="numbers" title={isCompact ? format.money(money) : undefined}>
      {format.money(money, isCompact)}
    </span>
  ) : (
    <Unknown />
  )
}

/** A number, or with `as="percent"` a share of one. */
export const NumberText = ({
  value,
  as,
  digits,
}: {
  value: number | undefined | null
  as?: "percent"
  digits?: number
}) => {
  const format = useFormat()
  if (value === undefined || value === null) return <Unknown />
  return (
    <span className="numbers">{as === "percent" ? format.percent(value, digits) : format.number(value, digits)}</span>
  )
}
