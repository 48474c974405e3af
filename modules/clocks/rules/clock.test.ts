import { expect, test } from "vitest"
import type { OpenSpan } from "#core/businessTime"
import { isRefusal } from "#core/refusal"
import { type Calendar, openHoursOf } from "./calendar.ts"
import {
  type Clock,
  decideAnswered,
  decideAsk,
  decideCancel,
  decideCourse,
  decidePromised,
  decideStart,
  decideStop,
  isBreached,
  leftMs,
  mostQuestions,
  pausesOf,
  stateOf,
} from "./clock.ts"
import { agreedTargetFor, targetFor } from "./target.ts"

const hour = 3_600_000
const day: OpenSpan = { from: 9 * 60, to: 17 * 60 }
const calendarOf = (name: string, more: Partial<Calendar> = {}): Calendar => ({
  name,
  timeZone: "Europe/Berlin",
  country: "DE",
  region: "BE",
  weekly: Array.from({ length: 7 }, (_, at) => (at < 5 ? [day] : [])),
  days: [],
  ...more,
})
const berlin = calendarOf("Berlin")
const munich = calendarOf("Munich", { region: "BY" })
const always = calendarOf("Always", {
  country: null,
  region: null,
  weekly: Array.from({ length: 7 }, () => [{ from: 0, to: 1_440 }]),
})

/** As the holidays of 2027 are, without their list. */
const closed: Readonly<Record<string, readonly string[]>> = {
  BE: ["2027-03-08", "2027-03-26", "2027-03-29", "2027-05-06"],
  BY: ["2027-01-06", "2027-03-26", "2027-03-29", "2027-05-06", "2027-11-01"],
}
const hoursOf = (calendar: Calendar) =>
  openHoursOf(
    calendar,
    ({ region }) =>
      (date) =>
        closed[region ?? ""]?.includes(date) ?? false,
  )

const start = (startedAt: string, calendar = berlin, hours = 8, warnMinutes: number | null = 60) =>
  decideStart({ startedAt, calendar, target: { promisedMinutes: hours * 60, warnMinutes } }, hoursOf)
const made = (result: Clock | { refusal: string }): Clock => {
  if (isRefusal(result)) throw new Error(result.refusal)
  return result as Clock
}
const ask = (clock: Clock, id: string, at: string) => made(decideAsk(clock, id, at, hoursOf))
const answered = (clock: Clock, id: string, at: string) => made(decideAnswered(clock, id, at, hoursOf))
const stop = (clock: Clock, at: string) => made(decideStop(clock, at, hoursOf))

test("a holiday that the team does not have is a day like others, and one that it has is none", () => {
  const registered = "2027-10-29T14:20:00.000Z"
  expect(start(registered).dueAt).toBe("2027-11-01T15:20:00.000Z")
  expect(start(registered, munich).dueAt).toBe("2027-11-02T15:20:00.000Z")
})

test("paused over Easter and the clock change, it goes on where it stood", () => {
  const asked = ask(start("2027-03-25T14:00:00.000Z"), "q", "2027-03-25T15:30:00.000Z")
  expect(asked).toMatchObject({ dueAt: null, warnAt: null })
  expect(stateOf(asked)).toBe("paused")
  expect(leftMs(asked, "2027-03-28T12:00:00.000Z", hoursOf)).toBe(6.5 * hour)
  const goesOn = answered(asked, "q", "2027-03-30T09:00:00.000Z")
  expect(goesOn.dueAt).toBe("2027-03-31T07:30:00.000Z")
  expect(stateOf(goesOn)).toBe("running")
})

test("questions that overlap are one pause, and the same question again is none", () => {
  let clock = ask(start("2027-02-09T08:00:00.000Z"), "first", "2027-02-09T09:00:00.000Z")
  clock = ask(clock, "second", "2027-02-09T09:30:00.000Z")
  clock = answered(clock, "first", "2027-02-09T10:00:00.000Z")
  expect(stateOf(clock)).toBe("paused")
  expect(ask(clock, "first", "2027-02-09T10:30:00.000Z")).toBe(clock)
  clock = answered(clock, "second", "2027-02-09T11:00:00.000Z")
  expect(clock.dueAt).toBe("2027-02-10T10:00:00.000Z")
  expect(pausesOf(clock.questions)).toEqual([{ from: "2027-02-09T09:00:00.000Z", to: "2027-02-09T11:00:00.000Z" }])
})

test("whatever the order in which answers come, the due time is the same", () => {
  const begun = ask(
    ask(start("2027-02-09T08:00:00.000Z"), "a", "2027-02-09T09:00:00.000Z"),
    "b",
    "2027-02-09T09:30:00.000Z",
  )
  const oneWay = answered(answered(begun, "a", "2027-02-09T10:00:00.000Z"), "b", "2027-02-09T11:00:00.000Z")
  const other = answered(answered(begun, "b", "2027-02-09T10:00:00.000Z"), "a", "2027-02-09T11:00:00.000Z")
  expect(oneWay.dueAt).toBe(other.dueAt)
})

test("what was promised at submission holds for what was submitted then", () => {
  const versions = [
    { promisedMinutes: 16 * 60, warnMinutes: null, inForceFrom: "2027-01-01", recordedAt: "2026-12-01T09:00:00.000Z" },
    { promisedMinutes: 8 * 60, warnMinutes: null, inForceFrom: "2027-02-01", recordedAt: "2026-12-01T09:00:00.000Z" },
  ]
  const at = (startedAt: string, submittedOn: string) =>
    decideStart({ startedAt, calendar: berlin, target: targetFor(versions, submittedOn) }, hoursOf)
  const first = at("2027-01-29T14:00:00.000Z", "2027-01-29")
  const second = at("2027-02-01T09:00:00.000Z", "2027-02-01")
  expect(first.dueAt).toBe("2027-02-02T14:00:00.000Z")
  expect(second.dueAt).toBe("2027-02-02T09:00:00.000Z")
  // Another promise signed later, with effect from before: what was kept stays kept.
  expect(isBreached(stop(first, "2027-02-02T13:00:00.000Z"), "2027-02-10T09:00:00.000Z")).toBe(false)
})

test("at the due instant is in time, a millisecond later is late for good", () => {
  const clock = start("2027-02-15T08:30:00.000Z")
  expect(clock.dueAt).toBe("2027-02-16T08:30:00.000Z")
  expect(clock.warnAt).toBe("2027-02-15T15:30:00.000Z")
  const later = "2027-02-16T17:00:00.000Z"
  expect(isBreached(stop(clock, "2027-02-16T08:30:00.000Z"), later)).toBe(false)
  expect(isBreached(stop(clock, "2027-02-16T08:30:00.001Z"), later)).toBe(true)
})

test("nothing that is done after the due time undoes that it was missed, or moves it", () => {
  const clock = start("2027-02-15T08:30:00.000Z")
  const asked = ask(clock, "late", "2027-02-16T09:00:00.000Z")
  const goesOn = answered(asked, "late", "2027-02-17T09:00:00.000Z")
  const handedOver = made(decideCourse(goesOn, { calendar: always }, "2027-02-17T10:00:00.000Z", hoursOf))
  for (const after of [asked, goesOn, handedOver, stop(handedOver, "2027-02-17T11:00:00.000Z")]) {
    expect(after.dueAt).toBe("2027-02-16T08:30:00.000Z")
    expect(isBreached(after, "2027-02-18T09:00:00.000Z")).toBe(true)
    expect(leftMs(after, "2027-02-18T09:00:00.000Z", hoursOf)).toBe(0)
  }
  const withdrawn = made(decideCancel(clock, "2027-02-16T09:00:00.000Z"))
  expect(isBreached(withdrawn, "2027-02-18T09:00:00.000Z")).toBe(true)
  const withdrawnBefore = made(decideCancel(clock, "2027-02-16T08:00:00.000Z"))
  expect(isBreached(withdrawnBefore, "2027-02-18T09:00:00.000Z")).toBe(false)
})

test("asked at the due instant itself it was not answered", () => {
  const asked = ask(start("2027-02-15T08:30:00.000Z"), "q", "2027-02-16T08:30:00.000Z")
  expect(asked.dueAt).toBe("2027-02-16T08:30:00.000Z")
  expect(isBreached(asked, "2027-02-16T08:30:00.001Z")).toBe(true)
})

test("what is handed over counts by the calendar of the team that holds it at each moment", () => {
  const clock = start("2027-10-29T14:20:00.000Z")
  const handedOver = made(decideCourse(clock, { calendar: munich }, "2027-10-29T15:00:00.000Z", hoursOf))
  expect(handedOver.dueAt).toBe("2027-11-02T15:20:00.000Z")
  const back = made(decideCourse(handedOver, { calendar: berlin }, "2027-11-01T11:00:00.000Z", hoursOf))
  expect(back.dueAt).toBe("2027-11-02T10:20:00.000Z")
  // A calendar that changes counts from then on, never for what has passed.
  const shorter = calendarOf("Berlin", { weekly: Array.from({ length: 7 }, () => [{ from: 600, to: 660 }]) })
  const changed = made(
    decideCourse(start("2027-02-15T08:30:00.000Z"), { calendar: shorter }, "2027-02-15T12:30:00.000Z", hoursOf),
  )
  expect(changed.dueAt).toBe("2027-02-19T10:00:00.000Z")
})

test("a warning comes in open hours: what would be told at closing is told at the next opening, before it is due", () => {
  expect(start("2027-02-15T08:00:00.000Z", berlin, 10, 120).warnAt).toBe("2027-02-16T08:00:00.000Z")
  expect(start("2027-02-15T08:00:00.000Z", berlin, 8, null).warnAt).toBeNull()
  expect(start("2027-02-12T15:00:00.000Z", berlin, 2, 60).warnAt).toBe("2027-02-15T08:00:00.000Z")
})

test("where nothing is promised, time is shown and nothing falls due", () => {
  const clock = decideStart(
    { startedAt: "2027-02-15T08:30:00.000Z", calendar: berlin, target: { promisedMinutes: null, warnMinutes: null } },
    hoursOf,
  )
  expect(clock).toMatchObject({ dueAt: null, warnAt: null })
  expect(isBreached(clock, "2027-12-31T00:00:00.000Z")).toBe(false)
  expect(leftMs(clock, "2027-02-15T10:30:00.000Z", hoursOf)).toBeUndefined()
})

test("a calendar from midnight to midnight has no minute missing, over the clock change too", () => {
  expect(start("2027-03-27T12:00:00.000Z", always, 24).dueAt).toBe("2027-03-28T12:00:00.000Z")
})

test("what has ended is not asked, handed over or ended again", () => {
  const ended = stop(start("2027-02-15T08:30:00.000Z"), "2027-02-15T09:00:00.000Z")
  const at = "2027-02-15T10:00:00.000Z"
  for (const again of [
    decideAsk(ended, "q", at, hoursOf),
    decideAnswered(ended, "q", at, hoursOf),
    decideCourse(ended, { calendar: munich }, at, hoursOf),
    decideStop(ended, at, hoursOf),
    decideCancel(ended, at),
  ])
    expect(again).toEqual({ refusal: "clock-has-ended" })
})

test("an end ends what was asked, and no thing is asked about without end", () => {
  const asked = ask(start("2027-02-15T08:30:00.000Z"), "q", "2027-02-15T09:30:00.000Z")
  const ended = stop(asked, "2027-02-20T09:00:00.000Z")
  expect(stateOf(ended)).toBe("stopped")
  expect(isBreached(ended, "2027-03-01T09:00:00.000Z")).toBe(false)
  const questions = Array.from({ length: mostQuestions }, (_, at) => ({
    id: `${at}`,
    from: asked.startedAt,
    to: asked.startedAt,
  }))
  expect(decideAsk({ ...asked, questions }, "more", "2027-02-15T10:00:00.000Z", hoursOf)).toMatchObject({
    refusal: "too-many-questions",
  })
})

test("another time that is promised afterwards makes nobody late before it was promised, unless that was agreed", () => {
  const target = { promisedMinutes: 24 * 60, warnMinutes: null }
  const promised = (clock: Clock, now: string, isBackwards = false) =>
    decidePromised({ ...clock, voidedAt: null }, target, { now, isBackwards }, hoursOf)
  const waiting = start("2027-07-19T09:00:00.000Z", always, 48, null)
  expect(promised(waiting, "2027-07-20T08:00:00.000Z")).toMatchObject({ dueAt: "2027-07-20T09:00:00.000Z" })
  // Twenty-five hours are over: it would be late by the new time before anybody signed it.
  expect(promised(waiting, "2027-07-20T10:00:00.000Z")).toBeUndefined()
  // What was asked back for six hours counts for nobody.
  const paused = answered(ask(waiting, "q", "2027-07-19T10:00:00.000Z"), "q", "2027-07-19T16:00:00.000Z")
  expect(promised(paused, "2027-07-20T10:00:00.000Z")).toMatchObject({ dueAt: "2027-07-20T15:00:00.000Z" })
  const done = { ...waiting, stoppedAt: "2027-07-20T15:00:00.000Z" }
  expect(promised(done, "2027-07-20T16:00:00.000Z")).toBeUndefined()
  const late = promised(done, "2027-07-20T16:00:00.000Z", true)
  expect(late).toMatchObject({ dueAt: "2027-07-20T09:00:00.000Z", stoppedAt: done.stoppedAt })
  // Late by what was promised stays late; void and withdrawn ones are left.
  const longer = { promisedMinutes: 96 * 60, warnMinutes: null }
  const breached = { ...done, stoppedAt: "2027-07-22T09:00:00.000Z", voidedAt: null }
  const when = { now: "2027-07-23T09:00:00.000Z", isBackwards: true }
  expect(decidePromised(breached, longer, when, hoursOf)).toBeUndefined()
  expect(decidePromised({ ...done, voidedAt: "2027-07-20T16:00:00.000Z" }, target, when, hoursOf)).toBeUndefined()
})

test("what an agreement promises goes before what everybody is promised, on its days; of several the shortest", () => {
  const usual = { promisedMinutes: 1_440, warnMinutes: 120 }
  const agreed = [
    { promisedMinutes: 2_880, inForceFrom: "2027-01-01", inForceUntil: "2027-06-30" },
    { promisedMinutes: 60, inForceFrom: "2027-07-01", inForceUntil: null },
    { promisedMinutes: 600, inForceFrom: "2027-07-01", inForceUntil: null },
  ]
  expect(agreedTargetFor(agreed, usual, "2026-12-31")).toEqual(usual)
  expect(agreedTargetFor(agreed, usual, "2027-06-30")).toEqual({ promisedMinutes: 2_880, warnMinutes: 120 })
  expect(agreedTargetFor(agreed, usual, "2027-07-01")).toEqual({ promisedMinutes: 60, warnMinutes: null })
})
