import type { CalendarView } from "#contract/clocks"
import { daysOf, daysText, hoursOf, hoursText } from "./hoursText.ts"

export type Fields = Omit<CalendarView, "id" | "isUsual" | "version">

/** A calendar as its form holds it: each weekday's hours, and the days that are open otherwise, as text. */
export type Draft = {
  name: string
  timeZone: string
  country: string
  region: string
  weekday: { hours: string }[]
  days: string
}

export const draftOf = ({ name, timeZone, country, region, weekly, days }: Fields): Draft => ({
  name,
  timeZone,
  country: country ?? "",
  region: region ?? "",
  weekday: weekly.map((spans) => ({ hours: hoursText(spans) })),
  days: daysText(days),
})

/** Called only with what the form found readable. */
export const fieldsOf = ({ weekday, days, country, region, ...rest }: Draft): Fields => ({
  ...rest,
  country: country || null,
  region: (country && region) || null,
  weekly: weekday.map(({ hours }) => hoursOf(hours) ?? []),
  days: daysOf(days) ?? [],
})
