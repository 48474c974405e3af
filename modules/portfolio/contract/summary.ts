import { z } from "zod"
import { endpoint } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { noticeWindowDays } from "#rules/agreements"

const count = z.number().int()

export const getPortfolioSummary = endpoint("GET", "/portfolio-summary", {
  summary:
    "The portfolio in one sentence: what drifts, what is silent, what is overdue on each side, which notice dates are near.",
  reads: ["agreements", "commitments", "drift", "partnerships", "workspaces"],
  output: z.object({
    partnerships: count.describe("not ended or declined"),
    drifting: count,
    silent: count.describe("nothing happened for half a year, where something used to"),
    notScored: count.describe("too little data to say"),
    overdue: z.object({ host: count, partner: count }),
    noticeWindows: count.describe(`agreements whose notice day lies within ${noticeWindowDays} days`),
    hasOtherCurrencies: z
      .boolean()
      .describe(
        "some are in another currency than the workspace's: by value those cannot be sorted or narrowed with the others",
      ),
  }),
  refusals: roleMayNot,
})
