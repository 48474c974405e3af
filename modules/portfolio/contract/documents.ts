import { z } from "zod"
import { documentRefusals, formShape, localeShape } from "#contract/documents"
import { downloadShape, endpoint, idShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { portfolioColumns } from "../rules.ts"
import { listPartnerships } from "./partnerships.ts"

export { listActivities } from "#contract/activities"
export { listAgreementDrafts, listAgreements } from "#contract/agreements"
export { listCommitments, listOccurrences } from "#contract/commitments"
export { getDrift, getWeeklyHealth } from "#contract/drift"
export { getWorkspace } from "#contract/workspaces"

const { limit: _, after: __, ...view } = listPartnerships.query.shape

/** A list of column keys, separated by commas. */
const columns = z
  .string()
  .max(400)
  .transform((text) => text.split(",").filter(Boolean))
  .pipe(z.array(z.enum(portfolioColumns)))
  .optional()
  .describe("those that the page shows, separated by commas; all of them when left out")

export const downloadPortfolio = endpoint("GET", "/portfolio-document", {
  summary:
    "The portfolio as the page shows it, under the same filter and in the same order: to read, to show or to reckon with.",
  reads: listPartnerships.reads,
  query: { ...view, columns, form: formShape("pdf", "pptx", "xlsx", "csv"), locale: localeShape },
  output: downloadShape,
  downloads: "application/octet-stream",
  refusals: { ...roleMayNot, ...documentRefusals },
})

/** For whom a document about one partnership is: the host alone, with its judgement, or both sides, with what both see anyway. */
const audience = z.enum(["shared", "host"]).default("shared")

export const downloadPartnership = endpoint("GET", "/partnerships/:partnership/document", {
  summary:
    "One partnership on a page, on slides, its promises as rows, or its days as a calendar. What is for both sides holds nothing that is the host's alone.",
  reads: ["activities", "agreements", "commitments", "drift", "measurements", "organizations", "partnerships"],
  params: { partnership: idShape },
  query: { audience, form: formShape("pdf", "pptx", "xlsx", "csv", "ics"), locale: localeShape },
  output: downloadShape,
  downloads: "application/octet-stream",
  refusals: { ...roleMayNot, ...documentRefusals },
})
