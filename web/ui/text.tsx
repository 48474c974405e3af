import i18next from "i18next"
import { useSyncExternalStore } from "react"
import { useTranslation } from "react-i18next"
import { countryNames } from "#core/countryNames"
import { formatIn } from "#core/format"
import type { Money } from "#core/money"
import type { Instant, PlainDate } from "#core/time"
import { onLanguage } from "#ui/texts"
import { withRegion } from "./locale.tsx"

/** Unknown is a state of its own: a dash to the eye, a word to the ear. */
export const Unknown = () => {
  const { t } = useTranslation("ui")
  return (
    <span role="img" aria-label={t("unknown")} title={t("unknown")}>
      –
    </span>
  )
}

/** Formatters in the reader's language, for places that need text instead of an element. */
export const useFormat = (): PageFormat => {
  const locale = useLocale()
  const format = madeFormats.get(locale) ?? formatOnPage(locale)
  madeFormats.set(locale, format)
  return format
}

/** As somebody reads who has chosen this language and country. */
export const formatOnPage = (language: string) => {
  const format = formatIn(language)
  return {
    ...format,
    /** A past day in little space: of this year with its day, of an earlier one with its year. */
    since: (on: PlainDate, today: PlainDate) =>
      on.slice(0, 4) === today.slice(0, 4) ? format.day(on) : format.monthOfYear(on),
    /** A tick of a time axis: the year in January, else the month, or the day where ticks are closer. */
    tick: (ms: number) => {
      const at = new Date(ms)
      const on = `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`
      if (at.getDate() > 1) return format.day(on)
      return at.getMonth() === 0 ? String(at.getFullYear()) : format.month(on)
    },
    country: (code: string) => countryNames(language).get(code) ?? code,
  }
}

const twoDigits = (count: number): string => String(count).padStart(2, "0")

type PageFormat = ReturnType<typeof formatOnPage>

/** The language of the page with the reader's own region; for what the server writes, too. */
export const useLocale = (): string => useSyncExternalStore(onLanguage, () => withRegion(i18next.language))

const madeFormats = new Map<string, PageFormat>()

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

/** The day of a moment, in the reader's language and time zone. */
export const DayOfText = ({ at }: { at: Instant }) => (
  <time dateTime={at} className="numbers">
    {useFormat().dayOf(at)}
  </time>
)

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
