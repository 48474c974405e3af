import ical, { ICalEventStatus } from "ical-generator"
import { Temporal } from "temporal-polyfill"
import { tzlib_get_ical_block } from "timezones-ical-library"
import type { CalendarEntry, CalendarPaper } from "#platform/documents/paper"

/** A calendar file (RFC 5545). Days stand as days, whoever reads them where; times in the calendar's zone, whose rules come along. */
export const calendarFile = (paper: CalendarPaper): string => {
  const calendar = ical({
    name: paper.name,
    prodId: {
      company: "Keelson",
      product: "Keelson",
      language: new Intl.Locale(paper.language).language.toUpperCase(),
    },
    // Without a name, so that the stamps stay in UTC, as the standard asks.
    timezone: { name: null, generator: blockOf },
    ...(paper.url === undefined ? {} : { url: paper.url }),
  })
  for (const entry of paper.entries)
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: Temporal.Instant.from(paper.madeAt),
      summary: entry.summary,
      ...(entry.description === undefined ? {} : { description: entry.description }),
      ...(entry.isCancelled ? { status: ICalEventStatus.CANCELLED } : {}),
      ...timesOf(entry, paper.timeZone),
    })
  return calendar.toString()
}

const timesOf = ({ on }: CalendarEntry, timeZone: string) => {
  if (typeof on === "string") return { start: Temporal.PlainDate.from(on), allDay: true }
  const start = Temporal.Instant.from(on.at)
  const end = start.add({ minutes: on.minutes })
  if (!isToldByClock(start, timeZone) || !isToldByClock(end, timeZone)) return { start, end }
  return { start: start.toZonedDateTimeISO(timeZone), end: end.toZonedDateTimeISO(timeZone), timezone: timeZone }
}

/** In the hour that comes twice in autumn a clock on the wall cannot say which is meant; then UTC does. */
const isToldByClock = (at: Temporal.Instant, timeZone: string): boolean =>
  at.toZonedDateTimeISO(timeZone).toPlainDateTime().toZonedDateTime(timeZone).toInstant().equals(at)

const blockOf = (timeZone: string): string | null => {
  const [block] = tzlib_get_ical_block(timeZone)
  return typeof block === "string" && block !== "" ? block : null
}
