import { z } from "zod"
import { endpoint, idShape, instantShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { assessmentStates, confidences, levels, mostCriteria } from "../rules.ts"
import { criterionShape } from "./profiles.ts"
import { byDimensionShape, verdictShape } from "./verdict.ts"

const level = z.union(
  levels.map((each) => z.literal(each)) as [
    z.ZodLiteral<0>,
    z.ZodLiteral<25>,
    z.ZodLiteral<50>,
    z.ZodLiteral<75>,
    z.ZodLiteral<100>,
  ],
)

const answerShape = z.strictObject({
  criterion: z.string().max(40),
  level: level.nullable().default(null).describe("null is not answered, and does not count as 0"),
  confidence: z.enum(confidences).default("medium"),
  note: z.string().trim().max(2_000).default(""),
  links: z
    .array(z.url({ protocol: /^https?$/ }).max(500))
    .max(10)
    .default([]),
})

const answers = z.array(answerShape).max(mostCriteria)

const sentAnswers = z.object({
  number: z.number().int(),
  answers,
  afterSeeing: z.boolean().describe("whoever sent them could read those of others"),
  isCounted: z.boolean(),
  sentAt: instantShape,
  total: z.number().nullable(),
  answered: z.number().describe("share of the weight, 0 to 1"),
  unanswered: z.array(z.string()),
  byDimension: byDimensionShape,
  knockedOutBy: z.array(z.string()),
})

const assessment = z.object({
  id: idShape,
  assessorId: idShape,
  name: z.string(),
  state: z.enum(assessmentStates),
  askedAt: instantShape,
  settledAt: instantShape.nullable(),
  recusal: z.string().nullable(),
  sent: z.array(sentAnswers).describe("empty as long as the reader may not see them"),
})
export type AssessmentView = z.input<typeof assessment>

const panel = z.object({
  round: z.number().int(),
  rounds: z.number().int().describe("how many there were, the present one included"),
  criteria: z.array(criterionShape).describe("the yardstick of this round"),
  yardstick: z.number().int().nullable(),
  isBlind: z.boolean().describe("others have answered, or may yet, and the reader may not see it"),
  items: z.array(assessment),
  verdict: verdictShape.nullable(),
  own: z
    .object({ id: idShape, state: z.enum(assessmentStates), draft: answers, version: z.number().int() })
    .nullable()
    .describe("what the reader was asked, and what they have written down of it"),
})
export type Panel = z.input<typeof panel>

export const getPanel = endpoint("GET", "/candidates/:candidate/assessments", {
  summary:
    "Who assesses a candidate in the present round or an earlier one, and what they answered, once the reader may know.",
  reads: ["candidates", "own-assessments", "ideal-profiles", "members"],
  params: { candidate: idShape },
  query: { round: z.coerce.number().int().min(1).max(10_000).optional().describe("the present one when left out") },
  output: panel,
  refusals: roleMayNot,
})

const closed = {
  "stage-decided": { status: 409, title: "This was decided. Look at it again first." },
} as const

export const mostAssessors = 20

export const askAssessors = endpoint("POST", "/candidates/:candidate/assessments", {
  makes: true,
  summary: "Asks colleagues to assess a candidate, each without seeing what the others answer.",
  changes: ["candidates"],
  params: { candidate: idShape },
  input: {
    assessorIds: z.array(idShape).min(1).max(mostAssessors),
    isNewRound: z.boolean().default(false).describe("begins anew, by the profile's latest version"),
  },
  output: panel,
  refusals: {
    ...roleMayNot,
    ...closed,
    "assessor-not-known": {
      status: 422,
      title: "Somebody among them is not an active member of this workspace. Choose the people again.",
    },
    "too-many-assessors": { status: 409, title: `At most ${mostAssessors} people assess a candidate in one round.` },
  },
})

export const takeBackQuestion = endpoint("DELETE", "/assessments/:assessment", {
  summary: "Takes back that somebody was asked, as long as they have not answered.",
  changes: ["candidates"],
  params: { assessment: idShape },
  output: panel,
  refusals: {
    ...roleMayNot,
    "already-answered": { status: 409, title: "This person has answered already; what was answered stays." },
  },
})

const asked = {
  "not-asked": { status: 403, title: "Only whoever was asked may answer this." },
  "already-recused": { status: 409, title: "You have stepped aside from this assessment." },
} as const

export const draftAnswers = endpoint("PUT", "/assessments/:assessment/draft", {
  summary: "Keeps one's answers as far as they are written. Nobody else sees them.",
  changes: ["own-assessments"],
  params: { assessment: idShape },
  input: { answers },
  edits: true,
  output: panel,
  refusals: { ...asked, ...closed },
})

export const sendAnswers = endpoint("POST", "/assessments/:assessment/answers", {
  makes: true,
  summary: "Sends one's answers. From then on one sees those of others, and what one changes is marked so.",
  changes: ["candidates", "own-assessments"],
  params: { assessment: idShape },
  input: { answers },
  edits: true,
  output: panel,
  refusals: {
    ...asked,
    ...closed,
    "no-answer": { status: 422, title: "Answer at least one question, or step aside." },
    "question-not-known": { status: 422, title: "One of the answers is to a question that is not asked here." },
    "question-twice": { status: 422, title: "A question is answered twice. Keep one of the answers." },
  },
})

export const recuse = endpoint("POST", "/assessments/:assessment/recusal", {
  summary: "Steps aside for good, with a reason; one sees what others answered then.",
  changes: ["candidates", "own-assessments"],
  params: { assessment: idShape },
  input: { why: textShape(500) },
  edits: true,
  output: panel,
  refusals: {
    ...asked,
    "already-answered": { status: 409, title: "This person has answered already; what was answered stays." },
  },
})
