import type { OpenHours, OpenSpan } from "#core/businessTime"
import { type Refusal, refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { weekday } from "#core/time"

/** A day that is open otherwise than its weekday: an empty list is a closed day. */
export type OtherDay = Readonly<{ on: PlainDate; open: readonly OpenSpan[] }>

/**
 * When whoever answers is there. Holidays are those of the country and region; without a country there are none, so that a
 * calendar from 00:00 to 24:00 has no minute missing. A day of its own goes before holiday and weekday.
 */
export type Calendar = Readonly<{
  name: string
  timeZone: string
  country: string | null
  region: string | null
  /** Monday to Sunday. */
  weekly: readonly (readonly OpenSpan[])[]
  days: readonly OtherDay[]
}>

/** Holidays are looked up by whoever asks: the rule knows no list of them. */
export type Holidays = (calendar: Pick<Calendar, "country" | "region">) => (date: PlainDate) => boolean

/** The calendar as the arithmetic of business time reads it. */
export const openHoursOf = (calendar: Calendar, holidays: Holidays): OpenHours => {
  const otherwise = new Map(calendar.days.map(({ on, open }) => [on, open]))
  const isHoliday = holidays(calendar)
  return {
    timeZone: calendar.timeZone,
    openOn: (date) => otherwise.get(date) ?? (isHoliday(date) ? [] : (calendar.weekly[weekday(date) - 1] ?? [])),
  }
}

const fromNineToFive: OpenSpan = { from: 9 * 60, to: 17 * 60 }

/** What holds until a workspace says otherwise: Monday to Friday from 09:00 to 17:00, with its country's holidays. */
export const deliveredCalendar = (workspace: { name: string; timeZone: string; country: string | null }): Calendar => ({
  name: workspace.name,
  timeZone: workspace.timeZone,
  country: workspace.country,
  region: null,
  weekly: Array.from({ length: 7 }, (_, day) => (day < 5 ? [fromNineToFive] : [])),
  days: [],
})

const areApart = (spans: readonly OpenSpan[]): boolean =>
  spans.every(({ from, to }, at) => from < to && from >= (spans[at - 1]?.to ?? 0))

const isSet = (days: readonly OtherDay[]): boolean => new Set(days.map(({ on }) => on)).size === days.length

/** Hours of a day begin before they end, in order and apart; a day is named once; somewhere it is open. */
export const decideCalendar = (
  calendar: Calendar,
): Calendar | Refusal<"hours-overlap" | "day-named-twice" | "never-open"> => {
  const weekly = calendar.weekly.findIndex((spans) => !areApart(spans))
  if (weekly >= 0) return refuse("hours-overlap", { field: "weekly", weekday: weekly + 1 })
  const day = calendar.days.find(({ open }) => !areApart(open))
  if (day) return refuse("hours-overlap", { field: "days", on: day.on })
  if (!isSet(calendar.days)) return refuse("day-named-twice", { field: "days" })
  if (calendar.weekly.every((spans) => spans.length === 0)) return refuse("never-open", { field: "weekly" })
  return { ...calendar, days: calendar.days.toSorted((a, b) => (a.on < b.on ? -1 : 1)) }
}
