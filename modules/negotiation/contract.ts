import { z } from "zod"
import { agreementText, clauseLineShape, clauseShape, termsShape, textRefusals } from "#contract/agreements"
import { abilityShape, endpoint, idShape, instantShape, textShape } from "#core/endpoint"
import { beingSigned, roleMayNot } from "#core/refusalTexts"
import { termKinds } from "#rules/agreements"
import { proposalStates } from "./rules.ts"

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
  side: z.enum(["host", "partner"]),
  partyName: z.string().nullable().describe("which company, where several take part"),
  by: z.string().nullable(),
}

const way = z
  .object({ line: clauseLineShape.nullable().describe("what it would make of the clause as it is now") })
  .nullable()

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
