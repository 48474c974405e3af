import { z } from "zod"
import { event } from "#platform/event"

/* What is found out about a company is never a partner's to hear. */
const item = { visibility: "host", changes: [], subject: "diligence_item" } as const
const about = { name: z.string(), kind: z.string() } as const
const why = { ...about, why: z.string() } as const
const round = { ...about, round: z.number(), result: z.string().nullable() } as const

export const diligenceListWritten = event("diligence_list.written", {
  ...{ visibility: "host", changes: [], subject: "diligence_list" },
  payload: { type: z.string(), asked: z.number() },
})
export const diligenceAsked = event("diligence_item.asked", { ...item, payload: about })
export const diligenceChanged = event("diligence_item.changed", { ...item, payload: about })
export const diligenceNotNeeded = event("diligence_item.not_needed", { ...item, payload: why })
export const diligenceNeeded = event("diligence_item.needed", { ...item, payload: why })
export const evidenceReceived = event("diligence_item.received", { ...item, payload: round })
export const evidenceChanged = event("diligence_item.evidence_changed", { ...item, payload: round })
export const evidenceAccepted = event("diligence_item.accepted", {
  ...item,
  payload: { ...round, why: z.string().nullable() },
})
export const evidenceRefused = event("diligence_item.refused", { ...item, payload: { ...round, why: z.string() } })
export const diligenceExpiring = event("diligence_item.expiring", { ...item, payload: { ...about, on: z.string() } })
export const diligenceExpired = event("diligence_item.expired", { ...item, payload: { ...about, on: z.string() } })

export const events = [
  ...[diligenceListWritten, diligenceAsked, diligenceChanged, diligenceNotNeeded, diligenceNeeded],
  ...[evidenceReceived, evidenceChanged, evidenceAccepted, evidenceRefused, diligenceExpiring, diligenceExpired],
]
