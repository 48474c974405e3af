import { z } from "zod"
import { endpoint } from "#core/endpoint"
import { partnershipTypes } from "#rules/partnerships"

const count = z.number().int()

const commitment = z.object({
  key: z.string(),
  owedBy: z.enum(["host", "partner"]),
  title: z.string(),
  measure: z.enum(["done_by_date", "per_cadence", "within_hours", "amount_per_period"]),
  cadence: z.enum(["once", "weekly", "monthly", "quarterly", "yearly"]),
  amount: z.number().optional(),
  unit: z.string().optional(),
  withinHours: z.number().optional(),
  windowDays: count,
  evidenceNeeded: z.enum(["any", "file", "record", "confirmation"]),
  weight: z.number(),
  dueAfterDays: count.optional(),
})

const ramp = z.enum(["linear", "s_curve", "quarterly_steps"])

const objective = z.object({
  key: z.string(),
  category: z.enum(["revenue", "pipeline", "market_access", "technical_capability", "enablement", "customer_outcome"]),
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
