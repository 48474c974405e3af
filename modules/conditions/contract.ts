import { z } from "zod"
import { abilityShape, endpoint, moneyShape } from "#core/endpoint"
import { complaintReasons } from "#core/expression/refusal"
import { roleMayNot } from "#core/refusalTexts"

const expression = z.string().trim().max(2_000)

const complaint = z.object({
  reason: z.enum(complaintReasons),
  from: z.number().describe("where in the text it begins"),
  to: z.number(),
  found: z.string(),
  expected: z.string(),
})
export type ExpressionComplaint = z.input<typeof complaint>

/** Whether a partnership needs attention by the workspace's own condition, and why. */
export const attentionVerdict = z.object({
  needed: z.enum(["yes", "no", "unknown"]),
  reasons: z.array(
    z.object({
      text: z.string().describe("the part of the condition that decided"),
      seen: z.array(
        z.object({
          name: z.string(),
          kind: z.string(),
          value: z.union([z.number(), z.boolean(), z.string(), moneyShape]).nullable().describe("null: not known"),
        }),
      ),
    }),
  ),
})
export type AttentionVerdict = z.input<typeof attentionVerdict>

const condition = z.object({
  expression: z.string().nullable(),
  /** Something is wrong with what was kept: the language, or the workspace's currency, has changed since. */
  complaint: complaint.nullable(),
  variables: z.array(z.object({ name: z.string(), type: z.string() })),
  functions: z.array(z.object({ name: z.string(), takes: z.string() })),
  version: z.number(),
  abilities: z.object({ edit: abilityShape }),
})
export type AttentionCondition = z.input<typeof condition>

export const getAttentionCondition = endpoint("GET", "/attention-condition", {
  summary: "When a partnership needs attention, as the workspace says it, and the words it can be said in.",
  reads: ["attention-condition", "workspaces"],
  output: condition,
  refusals: roleMayNot,
})

export const checkAttentionCondition = endpoint("GET", "/attention-condition/check", {
  summary: "Whether a condition could be kept as it stands, for whoever is typing it.",
  reads: ["attention-condition"],
  query: { expression },
  output: z.object({ complaint: complaint.nullable() }),
  refusals: roleMayNot,
})

export const setAttentionCondition = endpoint("PUT", "/attention-condition", {
  summary: "Says when a partnership needs attention; an empty text takes it back.",
  edits: true,
  changes: ["attention-condition"],
  input: { expression },
  output: condition,
  refusals: {
    ...roleMayNot,
    "expression-refused": {
      status: 422,
      title: "This condition cannot be understood. Look at the place that is named, and at what was expected there.",
    },
  },
})
