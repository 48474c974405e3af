import { z } from "zod"
import { event } from "#platform/event"

const measurement = {
  subject: "measurement",
  visibility: "stated",
  marksStale: true,
  changes: ["measurement"],
} as const

/** The figure itself is read in the list, by whom it is about: a company that joins later reads the timeline of before. */
export const measurementRecorded = event("measurement.recorded", {
  ...measurement,
  audiences: { value: "party" },
  payload: { signal: z.string(), side: z.string(), periodStart: z.string(), value: z.number() },
})
export const measurementRetracted = event("measurement.retracted", {
  ...measurement,
  payload: { signal: z.string(), periodStart: z.string(), reason: z.string() },
})

/** Which of two records of a signal the engine reads is the host's own affair, as the engine's answer is. */
export const sourceChosen = event("measurement.source_chosen", {
  subject: "partnership",
  visibility: "host",
  marksStale: true,
  payload: { signal: z.string(), counted: z.string() },
})

export const events = [measurementRecorded, measurementRetracted, sourceChosen]
