import { z } from "zod"
import { endpoint, idShape, plainDateShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { causeShape, eventNear, signalSide } from "./views.ts"

const weeks = z.array(z.number().nullable())

const inputs = z.object({
  partnershipId: idShape,
  type: z.string(),
  asOf: plainDateShape.describe("the day of the panel's own answer"),
  series: z
    .array(
      z.object({
        signal: z.string(),
        partyId: idShape.nullable(),
        side: signalSide,
        firstWeek: plainDateShape,
        actual: weeks,
        expected: weeks.nullable(),
        n: weeks.nullable().describe("observations behind each value"),
      }),
    )
    .describe("one number per week; null is a week nobody observed"),
  events: z.array(eventNear.extend({ side: signalSide.nullable() })),
  market: z
    .array(z.object({ signal: z.string(), week: plainDateShape, size: z.number() }))
    .describe("what like partnerships did together: a log ratio, or a difference for proportions and levels"),
  threshold: z.number().describe("probability from which a partnership is said to drift"),
  confirmed: z
    .array(z.object({ type: z.string(), cause: causeShape }))
    .describe("causes that people confirmed of other partnerships"),
  agreedFrom: plainDateShape.nullable().describe("the first week that counts since a change was accepted"),
  seenOn: plainDateShape.nullable().describe("the day on which the drift that is open was seen"),
  decidedOn: plainDateShape.nullable().describe("the day on which a person last closed a case for good"),
})

export const getDriftInputs = endpoint("GET", "/partnerships/:partnership/drift-inputs", {
  summary:
    "What the engine read for this partnership's answer, complete: who runs the same engine on it gets the same answer.",
  reads: ["activities", "commitments", "deals", "drift", "measurements", "objectives"],
  params: { partnership: idShape },
  output: inputs,
  refusals: roleMayNot,
})
