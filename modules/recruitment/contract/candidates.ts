import { z } from "zod"
import { organizationChoice, organizationChosen } from "#contract/organizations"
import { ownerMust } from "#contract/partnerships"
import {
  abilityShape,
  endpoint,
  idShape,
  instantShape,
  listOf,
  listQuery,
  plainDateShape,
  textShape,
} from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { partnershipTypes } from "#rules/partnerships"
import { assessmentStates, candidateStages, conflictKinds, outcomes, sourceKinds } from "../rules.ts"
import { verdictShape } from "./verdict.ts"

const candidate = z.object({
  id: idShape,
  organizationId: idShape,
  organizationName: z.string(),
  country: z.string().nullable(),
  profileId: idShape,
  profileName: z.string(),
  partnershipType: z.enum(partnershipTypes),
  stage: z.enum(candidateStages),
  movedAt: instantShape.describe("since when it stands there"),
  sourceKind: z.enum(sourceKinds),
  source: z.string().nullable(),
  ownerId: idShape.nullable(),
  ownerName: z.string().nullable(),
  nextStep: z.string().nullable(),
  nextStepOn: plainDateShape.nullable(),
  lookAgainOn: plainDateShape.nullable(),
  yardstick: z.number().int().nullable().describe("the version of the profile that it is assessed by"),
  isYardstickOld: z.boolean().describe("a later version was published since"),
  round: z.number().int(),
  asked: z.array(z.object({ assessorId: idShape, name: z.string(), state: z.enum(assessmentStates) })),
  verdict: verdictShape.nullable().describe("null as long as the reader may not know what others answered"),
  partnershipId: idShape.nullable(),
  version: z.number().int(),
})

const ability = z.object({
  edit: abilityShape,
  move: abilityShape,
  ask: abilityShape,
  decide: abilityShape,
  reopen: abilityShape,
  convert: abilityShape,
  answer: abilityShape,
})

const diligenceThen = z.object({ missing: z.number().int(), expired: z.number().int(), matches: z.number().int() })

const decision = z.object({
  id: idShape,
  outcome: z.enum(outcomes),
  why: z.string(),
  dissent: z.string().nullable(),
  knockOutReason: z.string().nullable(),
  conflicts: z
    .array(z.object({ kind: z.enum(conflictKinds), name: z.string() }))
    .describe("that stood against it then"),
  conflictReason: z.string().nullable(),
  diligence: diligenceThen.nullable().describe("as it stood then; null before it was asked for"),
  diligenceReason: z.string().nullable(),
  lookAgainOn: plainDateShape.nullable(),
  alternatives: z.array(z.object({ id: idShape, name: z.string() })),
  total: z.number().nullable().describe("as it stood then"),
  isKnockedOut: z.boolean(),
  decidedBy: z.string(),
  decidedAt: instantShape,
})
export type DecisionView = z.input<typeof decision>

const wholeCandidate = candidate.extend({
  diligence: diligenceThen
    .extend({ asked: z.number().int() })
    .describe(
      "of its company: what is required and not there, what has run out, and what checks met and nobody cleared",
    ),
  wasKnockedOut: z.boolean().describe("in an earlier round; false as long as the reader may not know"),
  decisions: z.array(decision),
  abilities: ability,
})
export type CandidateView = z.input<typeof candidate>
export type WholeCandidate = z.input<typeof wholeCandidate>

export const listCandidates = endpoint("GET", "/candidates", {
  summary: "Candidates, by when they came to their stage; of one stage, profile, owner or company if asked for.",
  reads: ["candidates", "ideal-profiles", "organizations", "members"],
  query: {
    ...listQuery(["-movedAt", "movedAt", "-createdAt", "createdAt"]),
    stage: z.enum(candidateStages).optional(),
    profile: idShape.optional(),
    owner: idShape.optional(),
    organization: idShape.optional(),
  },
  output: listOf(candidate),
  refusals: roleMayNot,
})

export const getCandidate = endpoint("GET", "/candidates/:candidate", {
  summary: "One candidate: where it stands, who was asked, what was decided.",
  reads: ["candidates", "ideal-profiles", "organizations", "members"],
  params: { candidate: idShape },
  output: wholeCandidate,
  refusals: roleMayNot,
})

const details = {
  sourceKind: z.enum(sourceKinds),
  source: textShape(200).optional().describe("who or what it came from, as the yield of sources is counted by"),
  ownerId: idShape.optional(),
  nextStep: textShape(300).optional(),
  nextStepOn: plainDateShape.optional(),
}

export const addCandidate = endpoint("POST", "/candidates", {
  makes: true,
  summary: "Takes a company, known or new, as a candidate by one profile.",
  changes: ["candidates", "organizations"],
  input: {
    ...details,
    profileId: idShape,
    ...organizationChoice,
  },
  output: wholeCandidate,
  refusals: {
    ...roleMayNot,
    ...ownerMust,
    ...organizationChosen,
    "profile-not-usable": {
      status: 422,
      title: "This profile is not published, or is retired. Publish it, or choose another.",
    },
    "already-candidate": {
      status: 409,
      title: "This company is a candidate by this profile already. Open it instead.",
    },
  },
})

export const editCandidate = endpoint("PUT", "/candidates/:candidate", {
  summary: "Replaces where a candidate came from, who looks after it, and what comes next.",
  changes: ["candidates"],
  params: { candidate: idShape },
  input: details,
  edits: true,
  output: wholeCandidate,
  refusals: { ...roleMayNot, ...ownerMust },
})

const decided = {
  "stage-decided": { status: 409, title: "This was decided. Look at it again first." },
} as const

export const moveCandidate = endpoint("POST", "/candidates/:candidate/move", {
  summary: "Moves a candidate on the board.",
  changes: ["candidates"],
  params: { candidate: idShape },
  input: { to: z.enum(candidateStages) },
  edits: true,
  output: wholeCandidate,
  refusals: {
    ...roleMayNot,
    ...decided,
    "stage-needs-decision": {
      status: 409,
      title: "This stage is reached by a decision, which says who decided and why. Decide on the candidate instead.",
    },
  },
})

export const decideCandidate = endpoint("POST", "/candidates/:candidate/decisions", {
  makes: true,
  summary: "Approves or declines a candidate, or puts it on hold, with who, when and why.",
  changes: ["candidates"],
  params: { candidate: idShape },
  input: {
    outcome: z.enum(outcomes),
    why: textShape(4_000),
    dissent: textShape(4_000).optional().describe("who saw it otherwise, and why"),
    knockOutReason: textShape(4_000).optional().describe("why it is approved although somebody knocked it out"),
    conflictReason: textShape(4_000)
      .optional()
      .describe("why it is approved although something serious stands against the company"),
    diligenceReason: textShape(4_000)
      .optional()
      .describe("why it is approved although a check met something that nobody has cleared"),
    lookAgainOn: plainDateShape.optional(),
    alternatives: z.array(idShape).max(20).default([]).describe("candidates that were weighed against it"),
  },
  edits: true,
  output: wholeCandidate,
  refusals: {
    ...roleMayNot,
    ...decided,
    "answers-outstanding": {
      status: 409,
      title: "Somebody who was asked has not answered yet. Wait for them, or take the question back.",
    },
    "knock-out-reason-needed": { status: 422, title: "Somebody knocked it out. Say why it is approved even so." },
    "conflict-reason-needed": {
      status: 422,
      title: "Something serious stands against this company. Say why it is approved even so.",
    },
    "diligence-reason-needed": {
      status: 422,
      title: "A check of its due diligence met something. Clear it there, or say why it is approved even so.",
    },
    "look-again-needed": { status: 422, title: "Say on which day it is looked at again." },
    "look-again-not-ahead": { status: 422, title: "Choose a day after today, and within three years." },
    "alternative-not-known": {
      status: 422,
      title: "One of the alternatives is not a candidate here. Choose it again.",
    },
  },
})

export const reopenCandidate = endpoint("POST", "/candidates/:candidate/reopening", {
  summary: "Looks at a candidate again on which something was decided. The decision stays in the record.",
  changes: ["candidates"],
  params: { candidate: idShape },
  input: { why: textShape(1_000) },
  edits: true,
  output: wholeCandidate,
  refusals: {
    ...roleMayNot,
    "still-open": { status: 409, title: "Nothing was decided on this candidate yet." },
    "already-a-partnership": { status: 409, title: "This candidate has become a partnership already." },
  },
})

export const convertCandidate = endpoint("POST", "/candidates/:candidate/partnership", {
  makes: true,
  summary: "Makes a partnership of an approved candidate; where it came from and what was decided stay with it.",
  changes: ["candidates", "partnerships"],
  params: { candidate: idShape },
  edits: true,
  output: wholeCandidate,
  refusals: {
    ...roleMayNot,
    "not-approved": { status: 409, title: "Only an approved candidate becomes a partnership." },
    "match-uncleared": {
      status: 409,
      title:
        "A check of its due diligence met something that the approval says nothing of. Clear it there, or look at the candidate again and approve it with a reason.",
    },
    "already-a-partnership": { status: 409, title: "This candidate has become a partnership already." },
  },
})

export const compareCandidates = endpoint("GET", "/ideal-profiles/:profile/comparison", {
  summary:
    "Candidates by one profile that are not decided, side by side: the best first, those still being assessed after them, those knocked out last. At most a hundred.",
  reads: ["candidates", "ideal-profiles", "organizations", "members"],
  params: { profile: idShape },
  output: z.object({
    items: z.array(candidate),
    isMore: z.boolean(),
    areYardsticksMixed: z
      .boolean()
      .describe("not all were measured by one version of the profile, so totals do not compare"),
  }),
  refusals: roleMayNot,
})

const yieldOf = z.object({
  sourceKind: z.enum(sourceKinds),
  source: z.string().nullable(),
  candidates: z.number().int(),
  approved: z.number().int(),
  declined: z.number().int(),
  partnerships: z.number().int(),
})

export const listSources = endpoint("GET", "/candidate-sources", {
  summary: "Where candidates came from and what became of them; the two hundred that brought most.",
  reads: ["candidates"],
  output: z.object({ items: z.array(yieldOf), isMore: z.boolean() }),
  refusals: roleMayNot,
})
