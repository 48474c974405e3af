import { z } from "zod"
import { endpoint, idShape, plainDateShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { causeShape, signalSide } from "./views.ts"

const probability = z.number()

/** What people made of cases in which the machine named the same cause. */
const likeCases = z.object({
  among: z.enum(["type", "any"]).describe("partnerships of the same type, or of any where the same one has too few"),
  total: z.number().int(),
  confirmed: z.array(z.object({ cause: causeShape, count: z.number().int() })),
  dismissed: z.number().int(),
  undecided: z.number().int(),
})

const whatWouldChange = z.object({
  probability,
  closesBelow: probability.describe("the case closes when the probability of drift is lower than this"),
  without: z
    .array(z.object({ signal: z.string(), side: signalSide, partyId: idShape.nullable(), probability }))
    .describe("the probability of drift had this signal stood at its normal level"),
  carriedBy: z
    .array(z.object({ signal: z.string(), side: signalSide, partyId: idShape.nullable() }))
    .describe(
      "the fewest signals without all of which it would not be called drift; none where others would still say so",
    ),
  events: z
    .array(
      z.object({
        cause: causeShape,
        kind: z.string(),
        side: signalSide,
        near: plainDateShape,
        from: probability,
        to: probability,
      }),
    )
    .describe("an event nobody recorded, and the probability of the cause it goes with: without it, and with it"),
  weeks: z
    .array(z.object({ like: z.enum(["present", "normal"]), weeks: z.number().int(), probability }))
    .describe("the probability of drift after more weeks like the last ones, or like those before the onset"),
  overAfter: z
    .number()
    .int()
    .nullable()
    .describe("weeks back at normal after which the case closes; null beyond half a year"),
})

export const getDriftReasoning = endpoint("GET", "/drift-cases/:case/reasoning", {
  summary:
    "What people confirmed or dismissed in like cases; and, of an open case, what would change the answer, asked of the engine itself.",
  reads: ["drift"],
  params: { case: idShape },
  output: z.object({ likeCases: likeCases.nullable(), whatWouldChange: whatWouldChange.nullable() }),
  refusals: roleMayNot,
})
export type DriftReasoning = z.input<(typeof getDriftReasoning)["output"]>

const estimate = z
  .object({ value: z.number(), low: z.number(), high: z.number() })
  .describe("with the band that holds it in 90 of 100 cases; negative where there was more than like partnerships had")

const signalLoss = z.object({
  signal: z.string(),
  partyId: idShape.nullable(),
  side: signalSide,
  currency: z.string().nullable().describe("of an amount, in its major unit"),
  isStock: z.boolean().describe("a standing amount, told per week; else what the weeks add up to"),
  since: plainDateShape,
  reason: z.enum(["too-few-like", "too-few-weeks"]).nullable().describe("why nothing can be said"),
  like: z.number().int().describe("unaffected like partnerships compared with"),
  firstWeek: plainDateShape.nullable(),
  actual: z.array(z.number().nullable()),
  wouldBe: z.array(z.number().nullable()),
  total: estimate.nullable(),
  perWeek: estimate.nullable(),
})

export const getDriftLoss = endpoint("GET", "/partnerships/:partnership/drift-loss", {
  summary:
    "What the present drift has cost so far in pipeline and revenue, against a mixture of like partnerships that do not drift. Computed when asked.",
  reads: ["drift", "measurements"],
  params: { partnership: idShape },
  output: z.object({
    asOf: plainDateShape.nullable().describe("null where there is no drift to cost anything"),
    needed: z.number().int().describe("unaffected like partnerships needed"),
    losses: z.array(signalLoss),
  }),
  refusals: roleMayNot,
})
export type DriftLoss = z.input<(typeof getDriftLoss)["output"]>
