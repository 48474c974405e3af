import { z } from "zod"
import { attentionShape } from "#core/attention"
import { idShape, instantShape, plainDateShape } from "#core/endpoint"
import { waits } from "../rules.ts"

const about = { organizationName: z.string(), profileName: z.string() }

/** Candidates that wait for an act, on the home page: each once, by what comes first. */
export const candidatesWaiting = attentionShape(
  "candidates",
  z.object({
    ...{ ...about, id: idShape },
    waitsFor: z.enum(waits),
    nextStep: z.string().nullable(),
    on: plainDateShape.nullable().describe("by when; null is now"),
    ownerName: z.string().nullable().describe("who looks after it; null where it is the reader, or nobody"),
  }),
  ["waiting"],
  ({ id, on }) => ({ id, on, partnershipId: null }),
)

/** What the reader was asked to assess and has not answered. */
export const assessmentsWaiting = attentionShape(
  "assessments",
  z.object({ ...about, id: idShape, candidateId: idShape }),
  ["waiting"],
  ({ id }) => ({ id, on: null, partnershipId: null }),
)

/** Applications that are held back until a person has looked at them. */
export const applicationsHeld = attentionShape(
  "applications",
  z.object({
    ...{ id: idShape, company: z.string(), formTitle: z.string(), receivedAt: instantShape },
    ownerName: z.string().nullable().describe("who looks after the form; null where it is the reader, or nobody"),
  }),
  ["waiting"],
  ({ id }) => ({ id, on: null, partnershipId: null }),
)
