import { z } from "zod"
import { exportFields } from "#modules/documents"
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

const workspace = { subject: "workspace", visibility: "host" } as const

export const retentionChanged = event("retention.changed", {
  ...workspace,
  concernsSecurity: true,
  payload: { kind: z.string(), before: z.number(), after: z.number() },
})
/** What was deleted because its time was over, by kind: how many, never what. */
export const retentionHeld = event("retention.held", {
  ...workspace,
  payload: { deleted: z.record(z.string(), z.number()) },
})

/** Whose data was taken away stands in the filter, by their ids. */
export const personalDataExported = event("personal_data.exported", {
  subject: "workspace",
  concernsSecurity: true,
  visibility: "stated",
  payload: exportFields,
})

export const events = [personalDataExported, erasureAsked, personErased, retentionChanged, retentionHeld]
