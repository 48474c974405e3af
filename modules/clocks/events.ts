import { z } from "zod"
import { event } from "#platform/event"
import { promiseKinds } from "./rules.ts"

const about = {
  promise: z.enum(promiseKinds),
  subjectKind: z.string(),
  subjectId: z.uuid(),
  dueAt: z.iso.datetime(),
}

/** Time is nearly over: for the host, who can still keep it. */
export const clockWarned = event("clock.warned", {
  subject: "clock",
  visibility: "host",
  marksStale: false,
  payload: about,
})

/** The due time passed without an answer. It happened at the due time, whenever it was found. */
export const clockBreached = event("clock.breached", {
  subject: "clock",
  visibility: "shared",
  marksStale: true,
  payload: about,
})

/** It was answered, in time or late. */
export const clockStopped = event("clock.stopped", {
  subject: "clock",
  visibility: "shared",
  marksStale: false,
  payload: { ...about, isLate: z.boolean() },
})

/** What it was about had been recorded wrongly: it counts for nothing. */
export const clockVoided = event("clock.voided", {
  subject: "clock",
  visibility: "shared",
  marksStale: false,
  payload: { promise: about.promise, subjectKind: about.subjectKind, subjectId: about.subjectId },
})

/** From then on another calendar counts. */
export const clockHandedOver = event("clock.handed_over", {
  subject: "clock",
  visibility: "shared",
  marksStale: false,
  payload: { from: z.string(), to: z.string() },
})

export const calendarMade = event("calendar.made", {
  subject: "calendar",
  visibility: "host",
  marksStale: false,
  payload: { name: z.string() },
})

export const calendarChanged = event("calendar.changed", {
  subject: "calendar",
  visibility: "host",
  marksStale: false,
  payload: { name: z.string(), before: z.unknown(), after: z.unknown() },
})

export const responseTargetSet = event("response_target.set", {
  subject: "response_target",
  visibility: "host",
  marksStale: false,
  payload: {
    promise: z.enum(promiseKinds),
    promisedMinutes: z.number().nullable(),
    warnMinutes: z.number().nullable(),
    inForceFrom: z.iso.date(),
  },
})

export const events = [
  clockWarned,
  clockBreached,
  clockStopped,
  clockVoided,
  clockHandedOver,
  calendarMade,
  calendarChanged,
  responseTargetSet,
]
