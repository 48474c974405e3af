import { z } from "zod"
import { event } from "#platform/event"

const organization = { subject: "organization", visibility: "host" } as const
const row = z.record(z.string(), z.unknown())

export const organizationRecorded = event("organization.recorded", { ...organization, payload: { name: z.string() } })
export const organizationChanged = event("organization.changed", {
  ...organization,
  payload: { before: row, after: row },
})

export const events = [organizationRecorded, organizationChanged]
