import { z } from "zod"
import { event } from "#platform/event"

export const attentionConditionChanged = event("attention_condition.changed", {
  subject: "workspace",
  visibility: "host",
  payload: { before: z.string().nullable(), after: z.string().nullable() },
})

export const events = [attentionConditionChanged]
