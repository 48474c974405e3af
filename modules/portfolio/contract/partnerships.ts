import { z } from "zod"
import { endpoint, idShape, listOf, listQuery, plainDateShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { mostTagList, partnershipTypes, stages } from "#rules/partnerships"
import { healths, mayLack, portfolioSorts } from "../rules.ts"
import { between, rate } from "./between.ts"
import { partnershipForHost, partnershipForPartner, partnershipInPortfolio } from "./views.ts"

/** Bounds of a figure, both included. What is not known lies within none. */
const ranges = {
  ...between(
    "value",
    z.coerce.number().min(-1e15).max(1e15),
    "revenue of a year in whole units of the workspace's currency",
  ),
  ...between("keptHost", rate, "promises kept by the host in half a year, in percent"),
  ...between("keptPartner", rate, "promises kept by the partner in half a year, in percent"),
  ...between("onset", plainDateShape, "the day on which a drift began"),
  ...between("notice", plainDateShape, "the last day for notice of the agreement that ends next"),
  ...between("end", plainDateShape, "the day on which an agreement ends next"),
  ...between("due", plainDateShape, "the day on which a promise falls due next"),
  ...between("activity", plainDateShape, "the day of the last activity"),
  ...between("contact", plainDateShape, "the day on which both sides last spoke with each other"),
}

export { mayLack, portfolioSorts }

export const listPartnerships = endpoint("GET", "/partnerships", {
  summary: "The portfolio: each partnership with promises kept, drift, next agreement end and last activity.",
  reads: [
    "activities",
    "agreements",
    "attention-condition",
    "commitments",
    "drift",
    "measurements",
    "members",
    "organizations",
    "partnerships",
  ],
  query: {
    ...listQuery(portfolioSorts),
    search: textShape(100).optional().describe("in partnership and company names; forgives typing errors"),
    type: z.enum(partnershipTypes).optional(),
    stage: z.enum(stages).optional(),
    owner: idShape.optional(),
    organization: idShape.optional(),
    drifting: z.enum(["true", "false"]).optional().describe("false leaves out what is silent, too"),
    silent: z.enum(["true"]).optional().describe("only those that fell silent"),
    health: z.enum(healths).optional().describe("how a partnership stands"),
    without: z
      .string()
      .regex(
        new RegExp(`^(${mayLack.join("|")})(,(${mayLack.join("|")})){0,9}$`),
        "words of the list, separated by commas",
      )
      .optional()
      .describe(`only those that have none of these, separated by commas: ${mayLack.join(", ")}`),
    only: z
      .string()
      .max(3_700)
      .regex(
        /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(,[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})*$/,
        "ids, separated by commas",
      )
      .optional()
      .describe("these partnerships, up to 100 of them"),
    tier: textShape(100).optional(),
    region: textShape(100).optional(),
    program: textShape(100).optional(),
    tag: z.string().max(mostTagList).optional().describe("those that have all of these tags, separated by commas"),
    ...ranges,
  },
  output: listOf(partnershipInPortfolio),
  refusals: roleMayNot,
})

export const getPartnership = endpoint("GET", "/partnerships/:partnership", {
  summary: "One partnership, as the host sees it.",
  reads: [
    "activities",
    "agreements",
    "attention-condition",
    "commitments",
    "drift",
    "measurements",
    "members",
    "organizations",
    "partnerships",
  ],
  params: { partnership: idShape },
  output: partnershipForHost,
  refusals: roleMayNot,
})

export const listOwnPartnerships = endpoint("GET", "/own-partnerships", {
  summary: "The partnerships a partner user takes part in, by name: up to 500 at once, or the one that is asked for.",
  reads: ["activities", "agreements", "commitments", "organizations", "partnerships", "workspaces"],
  query: {
    partnership: idShape.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(500),
    after: listQuery(["name"]).after,
  },
  output: listOf(partnershipForPartner).extend({
    total: z.number().describe("how many there are, whatever was asked for"),
  }),
  refusals: roleMayNot,
})
