import { z } from "zod"
import { endpoint, moneyShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { portfolioGroups, revenueWindowDays } from "../rules.ts"
import { listPartnerships } from "./partnerships.ts"

export { portfolioGroups }

const { limit: _, after: __, sort: ___, ...narrowing } = listPartnerships.query.shape

const count = z.number().int()

export const groupPortfolio = endpoint("GET", "/portfolio-groups", {
  summary: "The portfolio's lines counted and summed by what they have in common, under the same filters as the list.",
  reads: listPartnerships.reads,
  query: { ...narrowing, by: z.enum(portfolioGroups) },
  output: z.object({
    items: z.array(
      z.object({
        key: z.string().nullable().describe("the value they share, of an owner the id; null: they have none"),
        name: z.string().nullable().describe("of the owner"),
        partnerships: count,
        drifting: count,
        silent: count,
        overdue: z.object({ host: count, partner: count }).describe("promises"),
        values: z
          .array(moneyShape)
          .describe(`revenue measured in the last ${revenueWindowDays} days, one sum for each currency`),
        unvalued: count.describe("partnerships of which no revenue was measured: they are in no sum"),
      }),
    ),
    partnerships: count.describe("in all, also where groups are left out"),
    isWhole: z.boolean().describe("false: there are more groups, of which the largest are here"),
  }),
  refusals: roleMayNot,
})
