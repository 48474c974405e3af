import ICAL from "ical.js"
import { expect, test } from "vitest"
import type { CalendarPaper } from "#platform/documents/paper"
import { calendarFile } from "./calendar.ts"

const paper: CalendarPaper = {
  name: "Müller & Söhne; 東京, all",
  timeZone: "Europe/Berlin",
  language: "de-AT",
  madeAt: "2026-11-28T11:10:00.000Z",
  entries: [
    {
      uid: "a@here",
      sequence: 3,
      on: "2027-03-28",
      summary: "Report; due, now\\ \nand BEGIN:VEVENT",
      description: "ü".repeat(200),
    },
    { uid: "b@here", sequence: 0, on: { at: "2027-03-28T01:30:00.000Z", minutes: 60 }, summary: "Spring" },
    {
      uid: "c@here",
      sequence: 0,
      on: { at: "2026-10-25T00:30:00.000Z", minutes: 60 },
      summary: "Autumn, the first half past two",
    },
    { uid: "d@here", sequence: 1, on: "2026-12-24", summary: "Waived", isCancelled: true },
  ],
}
const written = calendarFile(paper)
const events = new Map(
  new ICAL.Component(ICAL.parse(written)).getAllSubcomponents("vevent").map((each) => {
    const event = new ICAL.Event(each)
    return [event.uid, event] as const
  }),
)
const component = new ICAL.Component(ICAL.parse(written))
for (const zone of component.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone as never)

test("a day is a day wherever it is read, with the number of its changes", () => {
  const event = events.get("a@here")
  expect(event?.startDate.isDate).toBe(true)
  expect(event?.startDate.toString()).toBe("2027-03-28")
  expect(event?.sequence).toBe(3)
  expect(event?.summary).toBe("Report; due, now\\ \nand BEGIN:VEVENT")
  expect(events.size).toBe(4)
})

test("times are those of the workspace's clock, across both changes of it", () => {
  const spring = events.get("b@here")
  expect(spring?.startDate.toString()).toBe("2027-03-28T03:30:00")
  expect(spring?.startDate.zone?.tzid).toBe("Europe/Berlin")
  const autumn = events.get("c@here")
  // Half past two comes twice that night: the calendar says which by UTC.
  expect(autumn?.startDate.toJSDate().toISOString()).toBe("2026-10-25T00:30:00.000Z")
  expect(autumn?.endDate.toJSDate().toISOString()).toBe("2026-10-25T01:30:00.000Z")
})

test("a day has its end, the next one, which is not part of it, and keeps nobody busy", () => {
  expect(written).toContain("DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261225\r\n")
  expect(events.get("a@here")?.endDate.toString()).toBe("2027-03-29")
  expect(written.match(/TRANSP:TRANSPARENT/g)).toHaveLength(2)
})

test("every line ends alike, the last one too; no control character and no half of a sign is in one, wherever it is folded", () => {
  for (let length = 50; length < 80; length++) {
    const entry = { uid: "e@here", sequence: 0, on: "2026-12-24" } as const
    const summary = `${"a".repeat(length)}\u0000\u0007💙👩🏼‍🎓\u001f\u0085\n•tail, "quoted"; \\n`
    const text = calendarFile({ ...paper, entries: [{ ...entry, summary, description: `${summary}\ud83d` }] })
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true)
    expect(/(?<!\r)\n|\r(?!\n)/.test(text)).toBe(false)
    expect(/(?![\t\n\r])\p{Cc}/u.test(text)).toBe(false)
    const lines = text.split("\r\n")
    expect(lines.every((line) => line.isWellFormed() && Buffer.byteLength(line) <= 75)).toBe(true)
    const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent")
    expect(event?.getFirstPropertyValue("summary")).toBe(`${"a".repeat(length)}💙👩🏼‍🎓\n•tail, "quoted"; \\n`)
  }
})

test("what was let off is cancelled, stamps are UTC, and lines are folded by bytes", () => {
  expect(written).toContain("STATUS:CANCELLED")
  expect(written.match(/DTSTAMP:20261128T111000Z/g)).toHaveLength(4)
  expect(Math.max(...written.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
})
