import { z } from "zod"
import { endpoint, idShape, listOf, listQuery, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { partnershipTypes, stages } from "#rules/partnerships"
import { partnershipForHost, partnershipForPartner, partnershipInPortfolio } from "./views.ts"

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
    ...listQuery(["name", "-name", "updatedAt", "-updatedAt"]),
    search: textShape(100).optional().describe("in partnership and company names; forgives typing errors"),
    type: z.enum(partnershipTypes).optional(),
    stage: z.enum(stages).optional(),
    owner: idShape.optional(),
    organization: idShape.optional(),
    drifting: z.enum(["true", "false"]).optional().describe("false leaves out what is silent, too"),
    silent: z.enum(["true"]).optional().describe("only those that fell silent"),
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
