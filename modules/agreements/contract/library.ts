import { z } from "zod"
import { endpoint, idShape } from "#core/endpoint"
import { languageCodes } from "#core/languages"
import { termKinds } from "../rules.ts"
import { agreementText, clauseShape, termsShape } from "./text.ts"

const readyClause = z.object({
  clause: clauseShape,
  purpose: z.string().describe("when to use it, in one sentence"),
  isInText: z.boolean(),
  insteadOf: z.string().nullable().describe("the clause of the ready text in whose place it is put"),
  names: z.array(z.enum(termKinds)),
  terms: termsShape.describe("what is suggested for the terms that it names"),
})
export type ReadyClauseView = z.input<typeof readyClause>

export const getClauseLibrary = endpoint("GET", "/partnerships/:partnership/clause-library", {
  summary:
    "Ready words for an agreement of this partnership's type: the whole text to begin with, and every clause that fits. A start, to be read by one's own lawyer.",
  reads: ["agreements"],
  params: { partnership: idShape },
  query: { language: z.enum(languageCodes).default("en") },
  output: z.object({
    text: agreementText,
    asked: z.array(z.enum(termKinds)).describe("terms that the text names, and of which nothing is suggested"),
    note: z.string(),
    clauses: z.array(readyClause),
  }),
})
