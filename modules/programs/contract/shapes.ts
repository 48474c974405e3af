import { z } from "zod"
import { currencyShape, plainDateShape, textShape } from "#core/endpoint"
import {
  mostAppealDays,
  mostBenefits,
  mostGraceDays,
  mostRequirements,
  mostTiers,
  mostWindowMonths,
  requirementKinds,
  rhythms,
  standings,
} from "../rules.ts"

const keyShape = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, "small letters, digits, - and _, such as gold")
  .describe("stays when the wording changes, so that versions can be compared")

const requirementView = z.strictObject({
  key: keyShape,
  kind: z.enum(requirementKinds),
  about: z
    .string()
    .trim()
    .max(200)
    .describe("the metric, the certificate (any where it is empty), or what is looked at by hand"),
  threshold: z
    .number()
    .min(0)
    .max(1e15)
    .describe("at least so much: money in minor units, a number, people; 1 where it is yes or no"),
  windowMonths: z
    .number()
    .int()
    .min(0)
    .max(mostWindowMonths)
    .describe("calendar months up to the day, of won deals and of metrics; 0 of the others"),
})
const benefitsView = z.strictObject({
  discountBps: z.number().int().min(0).max(10_000).nullable().describe("1,000 is 10 %"),
  words: z.array(textShape(200)).max(mostBenefits),
})
const tierView = z.strictObject({
  key: keyShape,
  name: textShape(80),
  requirements: z.array(requirementView).max(mostRequirements),
  benefits: benefitsView,
})

const appealsView = z
  .strictObject({
    days: z
      .number()
      .int()
      .min(0)
      .max(mostAppealDays)
      .describe("to appeal against the loss of a tier; 0: nobody appeals against anything"),
    keeps: z.boolean().describe("a tier stays until an appeal against its notice is decided"),
    keptDays: z.number().int().min(1).max(mostAppealDays).describe("for which a tier is kept that was given back"),
  })
  .describe("how partners appeal; left out in terms from before there were appeals, where it is 30, false and 90")

/** Terms as they are answered: whole. */
export const termsView = z.strictObject({
  currency: currencyShape.describe("what won deals are counted in"),
  graceDays: z.number().int().min(0).max(mostGraceDays),
  rhythm: z.enum(rhythms),
  appeals: appealsView.optional(),
  tiers: z.array(tierView).max(mostTiers).describe("from the lowest to the highest"),
})

const asked = requirementView.shape
const requirementShape = requirementView.extend({
  about: asked.about.default(""),
  threshold: asked.threshold.default(1),
  windowMonths: asked.windowMonths.default(0),
})
const benefitsShape = benefitsView.extend({
  discountBps: benefitsView.shape.discountBps.default(null),
  words: benefitsView.shape.words.default([]),
})
const tierShape = tierView.extend({
  requirements: z.array(requirementShape).max(mostRequirements).default([]),
  benefits: benefitsShape.default({ discountBps: null, words: [] }),
})

/** Terms as they are sent: what is left out is usual. */
export const termsShape = termsView.extend({
  graceDays: termsView.shape.graceDays.default(60),
  rhythm: termsView.shape.rhythm.default("monthly"),
  tiers: z.array(tierShape).max(mostTiers).default([]).describe("from the lowest to the highest"),
})

export const rateShape = z.strictObject({
  currency: currencyShape,
  from: plainDateShape,
  rate: z.number().positive().max(1e9).describe("what one unit is worth in the program's currency, from that day on"),
})

const lineView = requirementView.extend({
  standing: z.enum(standings),
  value: z.number().nullable().describe("null where nothing is known, which is not zero"),
  missing: z.number().nullable(),
  progress: z.number().int().min(0).max(100).nullable().describe("whole percent, never rounded up"),
  from: plainDateShape.nullable(),
  to: plainDateShape,
  counted: z.number().int(),
  uncounted: z.number().int().describe("won deals whose day, amount or rate is not known"),
  sources: z
    .array(z.object({ name: z.string().nullable(), on: plainDateShape, value: z.number() }))
    .describe("the latest that it was counted from, as far as the reader may see them"),
})
export type LineView = z.input<typeof lineView>

export const judgedView = z.object({
  key: z.string(),
  name: z.string(),
  benefits: benefitsView,
  standing: z.enum(standings),
  lines: z.array(lineView),
})
export type JudgedView = z.input<typeof judgedView>
