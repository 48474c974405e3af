import { z } from "zod"
import { timeZoneShape } from "#contract/workspaces"
import { abilityShape, countryShape, endpoint, idShape, instantShape, plainDateShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { clockStates, promiseKinds } from "./rules.ts"

/** Minutes after midnight, from inclusive, to exclusive: 540 to 1020 is from 09:00 to 17:00. */
const span = z.object({ from: z.int().min(0).max(1_439), to: z.int().min(1).max(1_440) })
const spans = z.array(span).max(6)

const calendarFields = {
  name: textShape(80),
  timeZone: timeZoneShape,
  /** Whose public holidays are closed; without one none are. */
  country: countryShape.nullable(),
  region: textShape(10).nullable(),
  weekly: z.array(spans).length(7),
  days: z.array(z.object({ on: plainDateShape, open: spans })).max(400),
}

const calendar = z.object({ id: idShape, ...calendarFields, isUsual: z.boolean(), version: z.number() })
export type CalendarView = z.input<typeof calendar>

const target = {
  /** Minutes of business time; null promises nothing, and time is only shown. */
  promisedMinutes: z.int().min(1).max(600_000).nullable(),
  warnMinutes: z.int().min(1).max(600_000).nullable(),
}

export const promiseShape = z.enum(promiseKinds)

/** How a promised time ended: what it was for, when it was due, and when it was done. */
export const clockEndShape = z.object({
  subjectKind: z.string(),
  subjectId: idShape,
  dueAt: instantShape.nullable(),
  stoppedAt: instantShape.nullable(),
})

/** A promised time on its way, as both sides see it. */
export const clockShape = z.object({
  id: idShape,
  promise: z.enum(promiseKinds),
  state: z.enum(clockStates),
  /** Whose turn it is: theirs who promised, or, while a question waits, theirs who are asked. */
  turn: z.enum(["host", "partner"]).nullable(),
  startedAt: instantShape,
  promisedMinutes: z.number().nullable(),
  /** Business time left, to the minute as of now; null where nothing is promised. */
  leftMinutes: z.number().nullable(),
  dueAt: instantShape.nullable(),
  isLate: z.boolean(),
  stoppedAt: instantShape.nullable(),
  calendar: z.object({ name: z.string(), timeZone: z.string() }),
  warnAt: instantShape.nullable(),
  /** Who held it from when on: the team by its calendar, and for the host the person. A calendar that changed stands there anew. */
  course: z.array(
    z.object({ from: instantShape, team: z.string(), timeZone: z.string(), person: z.string().nullable() }),
  ),
  /** When it waited for an answer to what was asked. */
  pauses: z.array(z.object({ from: instantShape, to: instantShape.nullable() })),
  abilities: z.object({ handOver: abilityShape }),
})
export type ClockView = z.input<typeof clockShape>

const calendarRefusals = {
  ...roleMayNot,
  "hours-overlap": {
    status: 422,
    title: "Hours of a day begin before they end and do not overlap. Put them in order.",
  },
  "day-named-twice": { status: 422, title: "Each day stands in the list once. Take one of them out." },
  "never-open": { status: 422, title: "A calendar is open some time in the week. Enter hours for a day." },
  "unknown-region": {
    status: 422,
    title: "This country has no such region with holidays of its own. Choose one from the list.",
  },
  "name-taken": { status: 409, title: "Another calendar has this name. Choose another." },
} as const

export const listCalendars = endpoint("GET", "/calendars", {
  summary: "When the host is there, and how soon it promises to answer.",
  reads: ["calendars"],
  output: z.object({
    items: z.array(calendar),
    /** What counts while no calendar has been made. */
    delivered: z.object(calendarFields).nullable(),
    targets: z.array(z.object({ promise: z.enum(promiseKinds), ...target, inForceFrom: plainDateShape.nullable() })),
    maySet: z.boolean(),
  }),
  refusals: roleMayNot,
})

export const listRegions = endpoint("GET", "/calendar-regions", {
  summary: "Regions of a country that have public holidays of their own.",
  reads: [],
  query: { country: countryShape },
  output: z.object({ items: z.array(z.object({ code: z.string(), name: z.string() })) }),
  refusals: roleMayNot,
})

export const makeCalendar = endpoint("POST", "/calendars", {
  makes: true,
  summary: "Adds a calendar. The first one is the usual one, by which answers count where nothing else is said.",
  changes: ["calendars"],
  input: calendarFields,
  output: calendar,
  refusals: {
    ...calendarRefusals,
    "too-many-calendars": { status: 409, title: "There are 50 calendars. Change one of them instead." },
  },
})

export const editCalendar = endpoint("PUT", "/calendars/:calendar", {
  summary: "Changes a calendar. It counts from now on, for what runs by it too; what has passed stays.",
  changes: ["calendars", "deals"],
  params: { calendar: idShape },
  input: calendarFields,
  edits: true,
  output: calendar,
  refusals: calendarRefusals,
})

export const chooseCalendar = endpoint("POST", "/calendars/:calendar/choose", {
  summary: "Makes a calendar the usual one: for what begins from now on.",
  changes: ["calendars"],
  params: { calendar: idShape },
  output: calendar,
  refusals: roleMayNot,
})

export const setResponseTarget = endpoint("PUT", "/response-targets/:promise", {
  summary: "Says how soon something is answered, for what is submitted from a day on (today when left out).",
  changes: ["calendars"],
  params: { promise: z.enum(promiseKinds) },
  input: { ...target, inForceFrom: plainDateShape.optional() },
  output: z.object({ promise: z.enum(promiseKinds), ...target, inForceFrom: plainDateShape }),
  refusals: {
    ...roleMayNot,
    "warning-too-early": {
      status: 422,
      title: "A warning comes less time before than the whole promise. Choose a shorter time.",
    },
    "in-the-past": { status: 422, title: "A promise holds from today on or later. What was promised before stays." },
  },
})

export const handOverClock = endpoint("POST", "/clocks/:clock/hand-over", {
  summary:
    "Hands over to another team, whose calendar counts from now on, or to a person of it; what is left out stays.",
  changes: ["deals"],
  params: { clock: idShape },
  input: { calendar: idShape.optional(), member: idShape.nullable().optional() },
  output: clockShape,
  refusals: {
    ...roleMayNot,
    "clock-has-ended": { status: 409, title: "This has been answered or is not waited for any more." },
    "too-many-hand-overs": { status: 409, title: "This was handed over 50 times. Answer it." },
    "unknown-member": { status: 422, title: "This person does not work here any more. Choose one from the list." },
    "unknown-calendar": { status: 422, title: "There is no such calendar. Choose one from the list." },
  },
})
