import { z } from "zod"
import { event } from "#platform/event"

const activity = { subject: "activity", visibility: "stated", marksStale: true, changes: ["activity"] } as const

export const activityRecorded = event("activity.recorded", {
  ...activity,
  payload: { kind: z.string(), direction: z.string() },
})
export const activityRetracted = event("activity.retracted", {
  ...activity,
  payload: { kind: z.string(), reason: z.string() },
})

export const events = [activityRecorded, activityRetracted]
