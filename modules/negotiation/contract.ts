import { z } from "zod"
import { agreementText, clauseLineShape, clauseShape, termsShape, textRefusals } from "#contract/agreements"
import { heldFileRefusals, sentFileRefusals, unavailableFileRefusals } from "#contract/files"
import { abilityShape, endpoint, idShape, instantShape, textShape } from "#core/endpoint"
import { beingSigned, roleMayNot } from "#core/refusalTexts"
import { termKinds } from "#rules/agreements"
import { proposalStates } from "./rules.ts"

export * from "./contract/waiting.ts"

const value = z.union([z.string(), z.number(), z.object({ amountMinor: z.number(), currency: z.string() }), z.null()])
const place = z.string().nullable().describe("the key of the clause that it stands after; null at the beginning")

/** What becomes of one clause, or of one term. */
const change = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("edit"), key: z.string(), before: clauseShape, after: clauseShape }),
  z.object({ kind: z.literal("insert"), key: z.string(), before: z.null(), after: clauseShape, place }),
  z.object({ kind: z.literal("delete"), key: z.string(), before: clauseShape, after: z.null(), place }),
  z.object({ kind: z.literal("move"), key: z.string(), before: clauseShape, after: clauseShape, from: place, place }),
  z.object({ kind: z.literal("term"), key: z.enum(termKinds), before: value, after: value }),
])

const said = {
  ...{ side: z.enum(["host", "partner"]), partyId: idShape },
  partyName: z.string().nullable().describe("which company, where several take part"),
  by: z.string().nullable(),
}

const way = z
  .object({ line: clauseLineShape.nullable().describe("what it would make of the clause as it is now") })
  .nullable()

/** How much of a file stays in it, by its kind. */
const left = z.object({
  headers: z.number().describe("headers and footers with words"),
  pictures: z.number(),
  tables: z.number(),
  footnotes: z.number(),
  formulas: z.number(),
  formatting: z.number().describe("changes of looks that the file marks"),
  embedded: z.number().describe("parts of other programs"),
  head: z.number().describe("other words above the first clause"),
})

const proposalView = z.object({
  id: idShape,
  partnershipId: idShape,
  ...said,
  state: z.enum(proposalStates),
  /** Null while it is its own side's draft. */
  proposedAt: instantShape.nullable(),
  baseNumber: z.number().int().describe("the version that it was written upon"),
  change,
  /** What it makes of the clause, word by word, and the number of the clause as it lies; null where it is about a place or a value. */
  line: clauseLineShape.nullable(),
  number: z.string().nullable(),
  heading: z.string(),
  /** The words of its clause are others by now: its author brings it up to date before anybody accepts it. */
  isOutdated: z.boolean(),
  reason: z.string().nullable(),
  answered: z.object({ ...said, at: instantShape, words: z.string().nullable() }).nullable(),
  madeNumber: z.number().int().nullable().describe("the version that was made of it"),
  word: z
    .object({
      fileId: idShape.describe("the file as it was received, for both sides"),
      name: z.string(),
      hash: z.string().describe("SHA-256 of the file"),
      isMarked: z.boolean().describe("false where the file does not show the change as one"),
      left: left.describe("what else stands in the file, and in no clause"),
    })
    .nullable()
    .describe("of one that came with a Word file"),
  /** Of an outdated one: what its author may make of it now, one's own in place of the other or both in one; null where that way is closed. */
  rebased: z.object({ mine: way, both: way }).nullable(),
  version: z.number(),
  abilities: z.object({
    accept: abilityShape,
    reject: abilityShape,
    withdraw: abilityShape,
    send: abilityShape,
    rebase: abilityShape,
  }),
})
export type ProposalView = z.input<typeof proposalView>

const ofDraft = { agreementDraft: idShape }
const ofProposal = { clauseProposal: idShape }
const reason = textShape(2_000).optional()
const notInReview = {
  "not-in-review": { status: 409, title: "This draft is not in review. Send it to review first." },
} as const
const settled = {
  "proposal-settled": { status: 409, title: "This proposal was settled meanwhile. Look at what became of it." },
} as const
const notYours = {
  "not-your-proposal": { status: 403, title: "Only the side that proposed this does that." },
} as const

export const listProposals = endpoint("GET", "/agreement-drafts/:agreementDraft/proposals", {
  summary:
    "What both sides propose and have proposed on a draft's words, what is open first; one's own side's drafts too.",
  reads: ["negotiation", "agreements"],
  params: ofDraft,
  output: z.object({
    items: z.array(proposalView),
    hasMore: z.boolean().describe("there are more than these, settled longer ago"),
    abilities: z.object({ propose: abilityShape }),
  }),
})

export const proposeClauses = endpoint("POST", "/agreement-drafts/:agreementDraft/proposals", {
  makes: true,
  summary:
    "Proposes other words: the text as one wants it, of which each changed clause and term becomes a proposal that is answered by itself.",
  changes: ["negotiation"],
  params: ofDraft,
  input: {
    baseNumber: z.number().int().min(1).max(100_000).describe("the version that was changed"),
    clauses: agreementText.shape.clauses,
    terms: termsShape.default({}),
    reason,
    send: z.boolean().default(true).describe("false keeps it as one's own side's draft"),
  },
  output: z.object({ items: z.array(proposalView) }),
  refusals: {
    ...roleMayNot,
    ...textRefusals,
    ...notInReview,
    ...beingSigned,
    "no-such-version": { status: 422, title: "There is no version of this number. Look at which ones there are." },
    "nothing-proposed": { status: 422, title: "This text says the same as the version. Change something." },
    "too-many-proposals": {
      status: 409,
      title: "Too many proposals wait for an answer on this draft. Answer or withdraw some first.",
    },
  },
})

const wordRefusals = {
  ...sentFileRefusals,
  ...unavailableFileRefusals,
  ...textRefusals,
  "word-file-unreadable": {
    status: 422,
    title:
      "This is no Word file that can be read: it is broken, or locked by a password. Save it again as .docx, without one.",
  },
  "word-file-too-large": {
    status: 422,
    title:
      "This Word file is too large for the text of an agreement. Take pictures and annexes out, and send it again.",
  },
  "word-file-foreign": {
    status: 422,
    title:
      "This file was not made from a version that is here, so nobody could say what was changed in it. Take the version for Word, write into that file, and take it in.",
  },
  "word-file-of-another": {
    status: 422,
    title: "This file was made from another agreement. Take it in there.",
  },
  "word-file-with-changes": {
    status: 422,
    title:
      "This file shows what became of an earlier version: what was marked since cannot be told from that. Take the version itself for Word, and write into that file.",
  },
  "word-clause-too-long": {
    status: 422,
    title:
      "A clause of this file is longer than a clause may be, or its heading is. Divide it in Word, and take the file in again.",
  },
} as const

/** One's own file of this draft, added with isUnsent: nobody else's before it is taken in. */
const file = idShape.describe("one's own, added to this draft with isUnsent")

export const previewWordFile = endpoint("GET", "/agreement-drafts/:agreementDraft/word-preview", {
  summary:
    "What a Word file says otherwise than the version it was made of, before anything is proposed: what it does not mark first.",
  reads: ["negotiation", "agreements", "files"],
  params: ofDraft,
  query: { file },
  output: z.object({
    name: z.string(),
    hash: z.string(),
    number: z.number().int().describe("the version that it was made of"),
    latest: z.number().int(),
    terms: termsShape.describe("of that version"),
    items: z.array(
      z.object({
        change,
        isMarked: z.boolean(),
        line: clauseLineShape.nullable(),
        number: z.string().nullable(),
        heading: z.string(),
      }),
    ),
    comments: z.array(
      z.object({
        author: z.string(),
        text: z.string(),
        heading: z.string().nullable().describe("of the clause"),
        isTaken: z.boolean().describe("false where nothing is proposed of its clause: it stays in the file"),
      }),
    ),
    left,
    abilities: z.object({ send: abilityShape }),
  }),
  refusals: { ...roleMayNot, ...wordRefusals },
})
export type WordPreview = z.input<typeof previewWordFile.output>

export const takeInWordFile = endpoint("POST", "/agreement-drafts/:agreementDraft/word-files", {
  makes: true,
  summary:
    "Proposes what a Word file says otherwise than the version it was made of, each change by itself; its comments go to their proposals, and the file is kept for both sides. Nothing is accepted by it.",
  changes: ["negotiation", "files", "comments"],
  params: ofDraft,
  input: { file, reason },
  output: z.object({ items: z.array(proposalView) }),
  refusals: {
    ...proposeClauses.refusals,
    ...wordRefusals,
    ...heldFileRefusals,
  },
})

export const sendProposal = endpoint("POST", "/clause-proposals/:clauseProposal/send", {
  summary: "Puts one's own side's draft of a proposal before the other side.",
  changes: ["negotiation"],
  params: ofProposal,
  output: proposalView,
  refusals: { ...roleMayNot, ...settled, ...notYours, ...notInReview, ...beingSigned },
})

export const rebaseProposal = endpoint("POST", "/clause-proposals/:clauseProposal/rebase", {
  summary:
    "Lays one's own proposal upon the version that lies before both sides now: with what was changed meanwhile in it, or in its place.",
  changes: ["negotiation"],
  params: ofProposal,
  input: {
    as: z
      .enum(["both", "mine"])
      .describe("`both` keeps what was changed meanwhile; `mine` puts one's own words in its place"),
  },
  output: proposalView,
  refusals: {
    ...roleMayNot,
    ...settled,
    ...notYours,
    ...notInReview,
    ...beingSigned,
    "not-outdated": { status: 409, title: "This proposal is up to date. There is nothing to bring up to date." },
    "no-way-to-rebase": {
      status: 409,
      title: "Both changed the same words, or the clause is gone. Withdraw this one and propose anew.",
    },
  },
})

export const answerClauseProposal = endpoint("POST", "/clause-proposals/:clauseProposal/answer", {
  summary: "Accepts what another side proposes, which makes the next version, or rejects it.",
  changes: ["negotiation", "agreements"],
  params: ofProposal,
  input: { accepts: z.boolean(), words: textShape(2_000).optional().describe("why") },
  output: proposalView,
  refusals: {
    ...roleMayNot,
    ...settled,
    ...notInReview,
    ...beingSigned,
    "not-sent": { status: 409, title: "This proposal was not sent yet." },
    "own-proposal": { status: 403, title: "One's own proposal is answered by another side." },
    "proposal-outdated": {
      status: 409,
      title: "The clause says something else by now. Whoever proposed this brings it up to date first.",
    },
  },
})

export const withdrawClauseProposal = endpoint("POST", "/clause-proposals/:clauseProposal/withdraw", {
  summary: "Takes back what one's own side proposed and nobody has answered.",
  changes: ["negotiation"],
  params: ofProposal,
  output: proposalView,
  refusals: { ...roleMayNot, ...settled, ...notYours },
})
