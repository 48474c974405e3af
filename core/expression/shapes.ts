import { z } from "zod"
import { moneyShape } from "#core/endpoint"
import { complaintReasons } from "./refusal.ts"

/** What a condition may be written in: its text as it is typed. */
export const expressionShape = z.string().trim().max(2_000)

export const complaintShape = z.object({
  reason: z.enum(complaintReasons),
  from: z.number().describe("where in the text it begins"),
  to: z.number(),
  found: z.string(),
  expected: z.string(),
})
export type ExpressionComplaint = z.input<typeof complaintShape>

export const reasonsShape = z.array(
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
)
export type SeenFact = z.input<typeof reasonsShape>[number]["seen"][number]

/** The words a condition can be said in, for whoever writes one. */
export const vocabularyShape = {
  variables: z.array(z.object({ name: z.string(), type: z.string() })),
  functions: z.array(z.object({ name: z.string(), takes: z.string() })),
}
export type Vocabulary = Readonly<{
  variables: readonly { name: string; type: string }[]
  functions: readonly { name: string; takes: string }[]
}>
