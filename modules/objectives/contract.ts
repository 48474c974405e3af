import { z } from "zod"
import { partyFields } from "#contract/partnerships"
import { endpoint, idShape, plainDateShape } from "#core/endpoint"
import { objectiveCategories, ramps, targetReadings } from "./rules.ts"

/** A signed goal with how far it has come. Both sides see the same figures. */
export const objectiveView = z.object({
  id: idShape,
  agreementId: idShape,
  category: z.enum(objectiveCategories),
  metric: z.string(),
  title: z.string(),
  clause: z.string().nullable(),
  clauseKey: z.string().nullable().describe("the clause of the agreement's text that it comes from"),
  target: z.number(),
  /** Of one that was changed: since when, and how its figure is read. */
  validFrom: plainDateShape.nullable(),
  reading: z.enum(targetReadings).nullable(),
  /** What is expected on its last day: the target, or what a new rate from a day on comes to. */
  expectedInTheEnd: z.number(),
  unit: z.string(),
  startsOn: plainDateShape,
  endsOn: plainDateShape,
  ramp: z.enum(ramps),
  weight: z.number(),
  hostOwnerId: idShape.nullable(),
  partnerOwnerId: idShape.nullable(),
  partyId: idShape.nullable().describe("the company whose goal it is; null is everybody's together"),
  partyName: partyFields.partyName,
  /** Null where nothing has been measured: not scored, which is neither good nor bad. */
  actual: z.number().nullable(),
  expected: z.number(),
  /** Actual against the curve on the day; 1 is exactly on it. */
  attainment: z.number().nullable(),
  /** How the actual came about: periods added up, or the last one read off. */
  method: z.enum(["sum", "latest"]),
  measuredPeriods: z.number(),
  curve: z.array(z.object({ on: plainDateShape, target: z.number(), actual: z.number().nullable() })),
})
export type ObjectiveView = z.input<typeof objectiveView>

export const listObjectives = endpoint("GET", "/partnerships/:partnership/objectives", {
  summary:
    "The signed objectives of a partnership, actual against the curve as of a day (today when left out); with `knownOn`, by what had been recorded by the end of that day.",
  reads: ["agreements", "measurements", "objectives"],
  params: { partnership: idShape },
  query: { asOf: plainDateShape.optional(), knownOn: plainDateShape.optional() },
  output: z.object({ asOf: plainDateShape, items: z.array(objectiveView) }),
})
