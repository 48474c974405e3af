import { z } from "zod"
import { event } from "#platform/event"

const organization = { subject: "organization", visibility: "host" } as const
const row = z.record(z.string(), z.unknown())

export const organizationRecorded = event("organization.recorded", { ...organization, payload: { name: z.string() } })
export const organizationChanged = event("organization.changed", {
  ...organization,
  payload: { before: row, after: row },
})

/** By this files know the company no longer. */
export const markRemoved = event("organization.mark_removed", {
  ...organization,
  payload: { kind: z.string(), value: z.string() },
})

export const events = [organizationRecorded, organizationChanged, markRemoved]
