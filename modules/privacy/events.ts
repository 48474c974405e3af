import { z } from "zod"
import { event } from "#platform/event"

const erasure = { subject: "erasure", visibility: "host", concernsSecurity: true } as const

/** That somebody is to be erased; never who, for the ledger is for ever. */
export const erasureAsked = event("erasure.asked", {
  ...erasure,
  payload: { known: z.record(z.string(), z.number()), handedOver: z.record(z.string(), z.number()) },
})
/** What was changed, also in the ledger itself, by table. */
export const personErased = event("person.erased", {
  ...erasure,
  payload: { rows: z.record(z.string(), z.number()), accountGone: z.boolean() },
})

export const events = [erasureAsked, personErased]
