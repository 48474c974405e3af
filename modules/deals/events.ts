import { z } from "zod"
import { event } from "#platform/event"

const deal = { subject: "deal", visibility: "shared", marksStale: true } as const

export const dealRegistered = event("deal.registered", { ...deal, payload: { name: z.string() } })
export const dealMoved = event("deal.moved", {
  ...deal,
  payload: { name: z.string(), from: z.string(), to: z.string() },
})
/** A later file of the other system corrected it. */
export const dealCorrected = event("deal.corrected", {
  ...deal,
  audiences: { before: "host", after: "host" },
  payload: { name: z.string(), before: z.record(z.string(), z.unknown()), after: z.record(z.string(), z.unknown()) },
})
export const dealCloseDateMoved = event("deal.close_date_moved", {
  ...deal,
  payload: { name: z.string(), from: z.string().nullable(), to: z.string().nullable() },
})
export const dealRetracted = event("deal.retracted", { ...deal, payload: { name: z.string(), reason: z.string() } })

export const events = [dealRegistered, dealMoved, dealCloseDateMoved, dealCorrected, dealRetracted]
