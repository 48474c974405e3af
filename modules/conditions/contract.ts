import { z } from "zod"
import { abilityShape, endpoint } from "#core/endpoint"
import { complaintShape, expressionShape, reasonsShape, vocabularyShape } from "#core/expression/shapes"
import { expressionRefused, roleMayNot } from "#core/refusalTexts"

/** Whether a partnership needs attention by the workspace's own condition, and why. */
export const attentionVerdict = z.object({
  needed: z.enum(["yes", "no", "unknown"]),
  reasons: reasonsShape,
})
export type AttentionVerdict = z.input<typeof attentionVerdict>

const condition = z.object({
  expression: z.string().nullable(),
  /** Something is wrong with what was kept: the language, or the workspace's currency, has changed since. */
  complaint: complaintShape.nullable(),
  ...vocabularyShape,
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
  query: { expression: expressionShape },
  output: z.object({ complaint: complaintShape.nullable() }),
  refusals: roleMayNot,
})

export const setAttentionCondition = endpoint("PUT", "/attention-condition", {
  summary: "Says when a partnership needs attention; an empty text takes it back.",
  edits: true,
  changes: ["attention-condition"],
  input: { expression: expressionShape },
  output: condition,
  refusals: {
    ...roleMayNot,
    ...expressionRefused,
  },
})
