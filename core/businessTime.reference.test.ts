import fc from "fast-check"
import { expect, test } from "vitest"
import { businessMs, type OpenHours, reachedAt, type Stretch } from "./businessTime.ts"
import { weekday } from "./time.ts"

const minuteMs = 60_000

/** What the wall shows at a moment, by the platform's own calendar and not by ours. */
const wallOf = (timeZone: string) => {
  const format = new Intl.DateTimeFormat("en-CA", {
    ...{ timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit" },
  })
  return (at: number) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
    return {
      date: `${part["year"]}-${part["month"]}-${part["day"]}`,
      minute: Number(part["hour"]) * 60 + Number(part["minute"]),
    }
  }
}

/** Slow and plain: minute by minute, counted when the wall shows a minute in which it is open. */
function* countedMinutes(stretches: readonly Stretch[], to: number) {
  for (const [index, { from, hours }] of stretches.entries()) {
    const next = stretches[index + 1]
    const end = Math.min(to, next ? Date.parse(next.from) : to)
    if (!hours) continue
    const wall = wallOf(hours.timeZone)
    // No zone changes its clock but at a quarter of an hour: the calendar is asked once for each.
    let [quarter, shown] = [-1, { date: "", minute: 0 }]
    for (let at = Date.parse(from); at < end; at += minuteMs) {
      const into = (at / minuteMs) % 15
      if (at - into * minuteMs !== quarter) {
        quarter = at - into * minuteMs
        shown = wall(quarter)
      }
      const minute = shown.minute + into
      if (hours.openOn(shown.date).some((span) => span.from <= minute && minute < span.to)) yield at
    }
  }
}

/** Around both changes of the clock, the year's end and a leap day. */
const starts = ["2027-03-26", "2027-10-29", "2027-12-30", "2028-02-27", "2027-03-12", "2027-11-05", "2027-09-24"]
const zone = fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland", "UTC")
// Not in the hours in which clocks change: what a border means there is said in the other test.
const border = fc.integer({ min: 240, max: 1_440 })
const spans = fc
  .uniqueArray(border, { minLength: 2, maxLength: 4 })
  .map((all) => all.toSorted((a, b) => a - b))
  .map(([a = 0, b = 0, c, d]) => [
    { from: a, to: b },
    ...(c !== undefined && d !== undefined ? [{ from: c, to: d }] : []),
  ])
const hours = fc
  .record({ timeZone: zone, spans, isAlways: fc.boolean(), closed: fc.integer({ min: 1, max: 7 }) })
  .map(({ timeZone, spans: open, isAlways, closed }): OpenHours => {
    const day = isAlways ? [{ from: 0, to: 1_440 }] : open
    return { timeZone, openOn: (date) => (weekday(date) === closed || date.endsWith("-01") ? [] : day) }
  })
const start = fc
  .record({ day: fc.constantFrom(...starts), minute: fc.nat(1_439) })
  .map(({ day, minute }) => Date.parse(day) + minute * minuteMs)

test("the sum and the due moment are those of counting minute by minute, over clock changes, holidays, pauses and hand-overs", () => {
  const legs = fc.array(
    fc.record({ after: fc.integer({ min: 1, max: 2_000 }), hours: fc.option(hours, { nil: undefined }) }),
    {
      maxLength: 3,
    },
  )
  fc.assert(
    fc.property(start, hours, legs, fc.integer({ min: 1, max: 2_400 }), (from, first, more, promised) => {
      let at = from
      const stretches: Stretch[] = [{ from: new Date(at).toISOString(), hours: first }]
      for (const leg of more) {
        at += leg.after * minuteMs
        stretches.push({ from: new Date(at).toISOString(), hours: leg.hours })
      }
      const end = from + 6 * 1_440 * minuteMs
      const minutes = [...countedMinutes(stretches, end)]
      expect(businessMs(stretches, new Date(end).toISOString())).toBe(minutes.length * minuteMs)
      const last = minutes[promised - 1]
      if (last !== undefined)
        expect(reachedAt(stretches, promised * minuteMs)).toBe(new Date(last + minuteMs).toISOString())
    }),
    { numRuns: 60 },
  )
})
