import { z } from "zod"
import { partyFields, partyInput, partyRefusals } from "#contract/partnerships"
import {
  abilityShape,
  endpoint,
  idShape,
  instantShape,
  listOf,
  listQuery,
  plainDateShape,
  textShape,
} from "#core/endpoint"
import { alreadyRetracted, roleMayNot } from "#core/refusalTexts"

import { countedSorts } from "./rules.ts"

const side = z.enum(["host", "partner", "both"])

/** A measured value of a signal over a period. */
const measurement = z.object({
  id: idShape,
  partnershipId: idShape,
  signal: z.string(),
  partyId: idShape.nullable().describe("whose it is; null is everybody's together"),
  partyName: partyFields.partyName,
  side,
  periodStart: plainDateShape,
  periodDays: z.number(),
  value: z.number(),
  expected: z.number().nullable(),
  n: z.number().nullable(),
  state: z.enum(["agreed", "disputed", "superseded"]),
  source: z.string(),
  recordedAt: instantShape,
  retractedAt: instantShape.nullable(),
  visibility: z.enum(["shared", "host", "partner"]),
  abilities: z.object({ retract: abilityShape }),
})
export type Measurement = z.input<typeof measurement>

export const recordMeasurement = endpoint("POST", "/partnerships/:partnership/measurements", {
  makes: true,
  summary:
    "Records the value of a signal for a period. It replaces an earlier value for the same signal, party and period.",
  changes: ["measurements"],
  params: { partnership: idShape },
  input: {
    signal: textShape(100),
    side: side.default("both"),
    party: partyInput,
    periodStart: plainDateShape,
    periodDays: z.number().int().min(1).max(366).default(7),
    value: z.number(),
    expected: z.number().optional().describe("the promised level"),
    n: z.number().min(0).optional().describe("observations behind a proportion or a latency"),
    visibility: z.enum(["shared", "host"]).default("shared"),
  },
  output: measurement,
  refusals: {
    ...roleMayNot,
    ...partyRefusals,
    "share-out-of-range": {
      status: 422,
      title: "This signal is a share: it lies between 0 and 1. Write 85 % as 0.85.",
    },
    "period-not-over": { status: 422, title: "The period has not begun yet. Choose a period that has." },
  },
})

export const listMeasurements = endpoint("GET", "/partnerships/:partnership/measurements", {
  summary: "Measured values, latest period first. Replaced and retracted ones are left out unless asked for.",
  reads: ["measurements"],
  params: { partnership: idShape },
  query: {
    ...listQuery(["-periodStart", "periodStart"]),
    signal: textShape(100).optional(),
    withReplaced: z.stringbool().default(false),
  },
  output: listOf(measurement),
})

export const retractMeasurement = endpoint("POST", "/measurements/:measurement/retract", {
  summary: "Says that a value was wrong. It stays readable, and counts for nothing from now on.",
  changes: ["measurements"],
  params: { measurement: idShape },
  input: { reason: textShape(500) },
  output: measurement,
  refusals: {
    ...roleMayNot,
    ...alreadyRetracted,
  },
})

export const chooseSource = endpoint("POST", "/partnerships/:partnership/signal-sources", {
  summary:
    "Says which of two records of a signal counts, where the same is measured and also told by acts: activities, deals, promises. Holds from the next look at the partnership on, over what was chosen with a file.",
  changes: ["measurements", "drift"],
  params: { partnership: idShape },
  input: { signal: textShape(100), counted: z.enum(countedSorts) },
  output: z.object({ signal: z.string(), counted: z.enum(countedSorts) }),
  refusals: roleMayNot,
})
