import { z } from "zod"
import { endpoint, idShape } from "#core/endpoint"
import { segmentKinds, termKinds } from "../rules.ts"
import { inlineShape, termsShape } from "./text.ts"

const frame = z.array(
  z.object({ list: z.enum(["bulletList", "orderedList"]), opens: z.enum(["list", "item", "nothing"]) }),
)
const segment = z.object({
  kind: z
    .enum(segmentKinds)
    .describe(
      "what became of these words; `carriedOut` stand in another clause now, `carriedIn` stood in another before",
    ),
  before: z.array(inlineShape),
  after: z.array(inlineShape),
})
const row = z.object({
  before: frame.nullable().describe("the lists around the paragraph; null where it does not end here on that side"),
  after: frame.nullable(),
  isRelaid: z.boolean(),
  segments: z.array(segment),
})
const stand = z.object({ at: z.number().int(), level: z.literal([1, 2]), number: z.string() })
const count = z.number().int()
const wordCounts = {
  replaced: count,
  inserted: count,
  deleted: count,
  signs: count,
  formatting: count,
  typography: count,
}

export const clauseLineShape = z.object({
  key: z.string(),
  state: z.enum(["unchanged", "changed", "inserted", "deleted"]),
  before: stand.nullable(),
  after: stand.nullable(),
  isMoved: z.boolean(),
  movedWith: z.string().nullable(),
  isRenumbered: z.boolean(),
  splitFrom: z.string().nullable(),
  mergedInto: z.string().nullable(),
  heading: z.array(segment),
  rows: z.array(row),
  counts: z.object(wordCounts),
})
export type ClauseLineView = z.input<typeof clauseLineShape>

const termValue = z
  .union([z.number(), z.string(), z.object({ amountMinor: z.number(), currency: z.string() })])
  .nullable()

const redlineView = z.object({
  from: count,
  to: count,
  clauses: z.array(clauseLineShape),
  terms: z.array(
    z.object({
      kind: z.enum(termKinds),
      before: termValue,
      after: termValue,
      shownIn: z.array(z.string()).describe("the clauses that show it"),
    }),
  ),
  counts: z.object({
    ...wordCounts,
    moves: count,
    clausesInserted: count,
    clausesDeleted: count,
    renumbered: count,
    relevelled: count,
    splits: count,
    merges: count,
    terms: count,
  }),
  values: z.object({ before: termsShape, after: termsShape }),
})
export type RedlineView = z.input<typeof redlineView>

const number = z.coerce.number().int().min(1).max(100_000)

export const getRedline = endpoint("GET", "/agreement-drafts/:agreementDraft/redline", {
  summary:
    "What became of one version's words in another one, word by word; moves, splits and numbers are told as such.",
  reads: ["agreements"],
  params: { agreementDraft: idShape },
  query: { from: number, to: number },
  output: redlineView,
  refusals: {
    "no-such-version": { status: 422, title: "There is no version of this number. Look at which ones there are." },
  },
})
