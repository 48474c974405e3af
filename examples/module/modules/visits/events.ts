import { z } from "zod"
import { event } from "#platform/event"

export const visitPlanned = event("visit.planned", {
  subject: "visit",
  visibility: "shared",
  marksStale: true,
  payload: { plannedOn: z.string(), purpose: z.string() },
})

export const events = [visitPlanned]
