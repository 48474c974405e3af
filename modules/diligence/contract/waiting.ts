import { z } from "zod"
import { attentionShape } from "#core/attention"
import { idShape, plainDateShape } from "#core/endpoint"
import { diligenceKinds } from "../rules.ts"

export const diligenceWaits = ["match", "expired", "review", "expiring"] as const

/** What of companies' due diligence waits for an act, on the home page: each item once, by what comes first. */
export const diligenceWaiting = attentionShape(
  "diligence",
  z.object({
    ...{ id: idShape, organizationId: idShape, organizationName: z.string() },
    kind: z.enum(diligenceKinds),
    waitsFor: z.enum(diligenceWaits),
    on: plainDateShape.nullable().describe("its last day; null is now"),
    ownerName: z.string().nullable().describe("who follows it up; null where it is the reader, or nobody"),
  }),
  ["waiting"],
  ({ id, on }) => ({ id, on, partnershipId: null }),
)
