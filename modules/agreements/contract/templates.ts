import { z } from "zod"
import { endpoint } from "#core/endpoint"
import { languageCodes } from "#core/languages"
import { cadences, evidenceNeeds, measures } from "#rules/commitments"
import { objectiveCategories, ramps } from "#rules/objectives"
import { partnershipTypes } from "#rules/partnerships"

const count = z.number().int()

const commitment = z.object({
  key: z.string(),
  owedBy: z.enum(["host", "partner"]),
  title: z.string(),
  measure: z.enum(measures),
  cadence: z.enum(cadences),
  amount: z.number().optional(),
  unit: z.string().optional(),
  withinHours: z.number().optional(),
  windowDays: count,
  evidenceNeeded: z.enum(evidenceNeeds),
  weight: z.number(),
  dueAfterDays: count.optional(),
})

const ramp = z.enum(ramps)

const objective = z.object({
  key: z.string(),
  category: z.enum(objectiveCategories),
  metric: z.string(),
  title: z.string(),
  target: z.number(),
  unit: z.string(),
  ramp,
  weight: z.number(),
})

export const getTemplate = endpoint("GET", "/partnership-templates/:type", {
  summary: "What a partnership of this type starts with: promises of both sides, objectives, signals and cadence.",
  reads: [],
  params: { type: z.enum(partnershipTypes) },
  query: { language: z.enum(languageCodes).default("en") },
  output: z.object({
    type: z.enum(partnershipTypes),
    purpose: z.string(),
    commitments: z.array(commitment),
    objectives: z.array(objective),
    signals: z.array(z.string()),
    cadence: z.object({
      working: z.enum(["weekly", "monthly"]),
      management: z.enum(["monthly", "quarterly"]),
      steering: z.enum(["quarterly", "yearly"]),
    }),
    ramp: z.object({ shape: ramp, months: count }),
    noticeDays: count,
  }),
})
