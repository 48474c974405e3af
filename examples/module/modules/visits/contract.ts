import { z } from "zod"
import { attentionShape } from "#core/attention"
import { endpoint, idShape, plainDateShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"

const visit = z.object({ id: idShape, partnershipId: idShape, plannedOn: plainDateShape, purpose: z.string() })
export type Visit = z.input<typeof visit>

export const planVisit = endpoint("POST", "/partnerships/:partnership/visits", {
  makes: true,
  summary: "Plans a visit.",
  changes: ["visits"],
  params: { partnership: idShape },
  input: { plannedOn: plainDateShape, purpose: textShape() },
  output: visit,
  refusals: {
    ...roleMayNot,
    "date-passed": { status: 422, title: "That day has passed. Choose today or a later day." },
  },
})

export const listVisits = endpoint("GET", "/partnerships/:partnership/visits", {
  summary: "Visits of a partnership, the latest first; a hundred at most.",
  reads: ["visits"],
  params: { partnership: idShape },
  output: z.object({ items: z.array(visit) }),
})

/** Visits of the next two weeks. */
export const visitsNear = attentionShape(
  "visits_near",
  visit.extend({ partnershipName: z.string() }),
  ["near"],
  // Where it stands in the plan of the day.
  ({ id, partnershipId, plannedOn }) => ({ id, partnershipId, on: plannedOn }),
)
