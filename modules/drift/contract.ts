import { z } from "zod"
import { attentionShape } from "#core/attention"
import { endpoint, idShape, listOf, plainDateShape, textShape } from "#core/endpoint"
import { inTheFuture, roleMayNot } from "#core/refusalTexts"
import { clauseShape } from "./contract/clauses.ts"
import { caseState, causeShape, driftCase, driftForHost, driftScan } from "./contract/views.ts"
import { causes, nextSteps } from "./rules.ts"

export { isMoney } from "#rules/metrics"
export { type Clause, clauseShape } from "./contract/clauses.ts"
export { getDriftInputs } from "./contract/inputs.ts"
export { type DriftLoss, type DriftReasoning, getDriftLoss, getDriftReasoning } from "./contract/reasoning.ts"
export { type DriftCase, type DriftForHost, type DriftStanding, driftStanding } from "./contract/views.ts"
export {
  type Cause,
  causes,
  type DriftInputs,
  levelOf,
  type Preview,
  type Speech,
  sentenceOf,
  wordsOf,
} from "./rules.ts"

export const getDrift = endpoint("GET", "/partnerships/:partnership/drift", {
  summary:
    "Does this partnership drift, since when, why, and who let go first? With `asOf`, the answer that could be given on that day, from the facts recorded by then.",
  reads: ["drift"],
  params: { partnership: idShape },
  query: { asOf: plainDateShape.optional() },
  output: driftForHost,
  refusals: {
    ...roleMayNot,
    ...inTheFuture,
  },
})

export const listDriftCases = endpoint("GET", "/drift-cases", {
  summary: "Cases of drift, latest onset first.",
  reads: ["drift", "partnerships"],
  query: {
    state: caseState.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: z.string().max(1_000).optional(),
  },
  output: listOf(driftCase),
  refusals: roleMayNot,
})

const judgement = {
  edits: true,
  output: driftCase,
  refusals: {
    ...roleMayNot,
    "case-closed": { status: 409, title: "This case is closed. Look at what was decided." },
  },
} as const

export const confirmCause = endpoint("POST", "/drift-cases/:case/confirm", {
  summary: "Says what the cause was: the one the machine named, or another. It is kept beside the machine's.",
  changes: ["drift"],
  params: { case: idShape },
  input: { cause: causeShape },
  ...judgement,
})

export const acceptChange = endpoint("POST", "/drift-cases/:case/accept", {
  summary:
    "Accepts the new level as agreed: from the end of the onset's band on, it is what later weeks are measured against.",
  changes: ["drift"],
  params: { case: idShape },
  input: { reason: textShape(500) },
  ...judgement,
})

export const dismissCase = endpoint("POST", "/drift-cases/:case/dismiss", {
  summary: "Says that this was a false alarm, and why. Only a drift that begins later opens a case again.",
  changes: ["drift"],
  params: { case: idShape },
  input: { reason: textShape(500) },
  ...judgement,
})

export const endCase = endpoint("POST", "/drift-cases/:case/end", {
  summary: "Ends the case because the partnership ends or is let rest.",
  changes: ["drift"],
  params: { case: idShape },
  input: { reason: textShape(500) },
  ...judgement,
})

export const startScan = endpoint("POST", "/drift-scans", {
  makes: true,
  summary: "Judges partnerships now: all of them, or only those whose facts changed. Read the scan for its progress.",
  changes: ["drift"],
  input: { isFull: z.boolean().default(true) },
  output: driftScan,
  refusals: roleMayNot,
})

export const getScan = endpoint("GET", "/drift-scans/:scan", {
  summary: "A scan and how far it is.",
  reads: ["drift"],
  params: { scan: idShape },
  output: driftScan,
  refusals: roleMayNot,
})

export const listScans = endpoint("GET", "/drift-scans", {
  summary: "The latest 20 scans.",
  reads: ["drift"],
  output: z.object({ items: z.array(driftScan) }),
  refusals: roleMayNot,
})

export const getWeeklyHealth = endpoint("GET", "/weekly-health", {
  summary:
    "For the heat strips of a list: per partnership one number per week, 0 to 100 (near or above the promised or usual level), null where nothing is known; and the band of an open case's onset.",
  reads: ["drift"],
  query: {
    partnerships: z
      .string()
      .max(8_000)
      .transform((text) => text.split(",").filter(Boolean))
      .pipe(z.array(idShape).max(200))
      .describe("ids, separated by commas"),
    weeks: z.coerce.number().int().min(4).max(156).default(52),
  },
  output: z.object({
    firstWeek: plainDateShape,
    items: z.array(
      z.object({
        partnershipId: idShape,
        health: z.array(z.number().int().nullable()),
        onset: z
          .object({ date: plainDateShape, low: plainDateShape, high: plainDateShape, detectedOn: plainDateShape })
          .nullable(),
      }),
    ),
  }),
  refusals: roleMayNot,
})

/** Payloads of this module's jobs. */
export const scanPayload = z.object({ workspaceId: idShape, scanId: idShape.optional() })

/** Partnerships that are drifting, as a list of what needs a look names them. */
export const openDrift = attentionShape(
  "drift_open",
  z.object({
    id: idShape,
    partnershipId: idShape,
    partnershipName: z.string(),
    clauses: z.array(clauseShape).describe("since when, whose, and the first cause"),
    firstPartyName: z.string().nullable(),
    confirmedCause: z.enum(causes).nullable(),
    nextStep: z.enum(nextSteps),
    nextTask: z.object({ id: idShape, title: z.string(), dueOn: plainDateShape.nullable() }).nullable(),
  }),
  ["drifting", "silent"],
  // It waits from the day it was seen; the sooner one acts, the better.
  ({ id, partnershipId }) => ({ id, partnershipId, on: null }),
)
