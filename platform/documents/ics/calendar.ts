import ical, { ICalEventStatus, ICalEventTransparency } from "ical-generator"
import { Temporal } from "temporal-polyfill"
import { tzlib_get_ical_block } from "timezones-ical-library"
import type { CalendarEntry, CalendarPaper } from "#platform/documents/paper"

/** A calendar file (RFC 5545). Days stand as days, whoever reads them where; times in the calendar's zone, whose rules come along. */
export const calendarFile = (paper: CalendarPaper): string => {
  const calendar = ical({
    name: shown(paper.name),
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
      summary: shown(entry.summary),
      ...(entry.description === undefined ? {} : { description: shown(entry.description) }),
      ...(entry.isCancelled ? { status: ICalEventStatus.CANCELLED } : {}),
      ...timesOf(entry, paper.timeZone),
    })
  // The last line ends like every other (RFC 5545, 3.1); strict readers leave out one that does not.
  return `${calendar.toString()}\r\n`
}

/** Text without the control characters that a calendar file may not hold; tabs and ends of lines it may. */
const shown = (text: string): string => text.toWellFormed().replaceAll(controls, "")
const controls = /(?![\t\n\r])\p{Cc}/gu

const timesOf = ({ on }: CalendarEntry, timeZone: string) => {
  if (typeof on === "string") {
    const day = Temporal.PlainDate.from(on)
    // To the next day, which is not part of it: some calendars take a day without an end for a moment, or refuse it. What is due
    // on a day does not fill it.
    return { start: day, end: day.add({ days: 1 }), allDay: true, transparency: ICalEventTransparency.TRANSPARENT }
  }
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
