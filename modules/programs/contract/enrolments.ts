import { z } from "zod"
import { abilityShape, endpoint, idShape, instantShape, plainDateShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { outcomes, standings } from "../rules.ts"
import { appealView } from "./appeals.ts"
import { isRetired } from "./programs.ts"
import { judgedView } from "./shapes.ts"

const held = {
  enrolmentId: idShape,
  tier: z.string().nullable().describe("what the tier is called"),
  tierKey: z.string().nullable(),
  tierSince: plainDateShape.nullable(),
  graceUntil: plainDateShape.nullable().describe("the last day of a tier that is not met any more"),
  retiredOn: plainDateShape.nullable().describe("when the program ended, and with it the tier; null while it goes on"),
}

const enrolled = z.object({
  ...held,
  partnershipId: idShape,
  name: z.string(),
  standing: z.enum(standings).nullable().describe("whether the tier is met; null before anybody looked"),
  next: z.string().nullable().describe("the next higher tier"),
  met: z.number().int().describe("how many of what the next tier asks for are met"),
  asked: z.number().int(),
  pending: z.number().int(),
  progress: z.number().int().nullable().describe("of what is furthest from the next tier, in whole percent"),
})
export type Enrolled = z.input<typeof enrolled>

const standing = z.object({
  ...held,
  programId: idShape,
  program: z.string(),
  currency: z.string(),
  graceDays: z.number().int(),
  keptUntil: plainDateShape.nullable().describe("the last day on which a tier is kept that an appeal gave back"),
  appealUntil: plainDateShape
    .nullable()
    .describe("the last day to appeal against what was decided last; null: nothing"),
  isKeptMeanwhile: z.boolean().describe("a tier stays until an appeal against its notice is decided"),
  appeals: z.array(appealView).describe("what was appealed against, the latest first"),
  on: plainDateShape.describe("the day as of which it was looked at"),
  evaluatedOn: plainDateShape.nullable().describe("when the tier was last decided"),
  tiers: z.array(judgedView).describe("from the lowest to the highest"),
  coming: z
    .object({ holdsFrom: plainDateShape, tiers: z.array(judgedView) })
    .nullable()
    .describe("the terms that are published and do not hold yet, by the facts of today"),
  abilities: z.object({ evaluate: abilityShape, appeal: abilityShape }),
})
export type StandingView = z.input<typeof standing>

export const mostEnrolled = 2_000

export const listEnrolled = endpoint("GET", "/programs/:program/enrolments", {
  summary:
    "The partnerships in a program by name, or that were when it was retired: their tier, and how far they are from the next.",
  reads: ["programs"],
  params: { program: idShape },
  output: z.object({ items: z.array(enrolled) }),
  refusals: roleMayNot,
})

export const listStandings = endpoint("GET", "/partnerships/:partnership/programs", {
  summary:
    "How a partnership stands in its programs: its tier, what is missing, until when, and what a tier gives. Both sides read it.",
  reads: ["programs"],
  params: { partnership: idShape },
  output: z.object({ items: z.array(standing) }),
})

export const getEnrolment = endpoint("GET", "/enrolments/:enrolment", {
  summary: "What was decided of an enrolment, newest first, each on what was known then.",
  reads: ["programs"],
  params: { enrolment: idShape },
  output: z.object({
    evaluations: z.array(
      z.object({
        id: idShape,
        evaluatedOn: plainDateShape,
        evaluatedAt: instantShape,
        outcome: z.enum(outcomes),
        tierBefore: z.string().nullable(),
        tierAfter: z.string().nullable(),
        graceUntil: plainDateShape.nullable(),
        tiers: z.array(judgedView),
      }),
    ),
  }),
})

export const getKnownNow = endpoint("GET", "/program-evaluations/:evaluation/known-now", {
  summary:
    "What the day of an evaluation would come to by what is known now, by the terms of that day. The evaluation itself stays as it was.",
  reads: ["programs", "deals", "measurements", "certificates", "agreements"],
  params: { evaluation: idShape },
  output: z.object({
    evaluatedOn: plainDateShape,
    currency: z.string(),
    tiers: z
      .array(z.object({ key: z.string(), name: z.string(), before: judgedView, now: judgedView, isOther: z.boolean() }))
      .nullable()
      .describe("null for a company of a partnership of several: what the others did is theirs"),
  }),
})

export const enrol = endpoint("POST", "/programs/:program/enrolments", {
  makes: true,
  summary: "Puts a partnership into a program, with a tier it is given or the one it meets.",
  changes: ["programs"],
  params: { program: idShape },
  input: { partnershipId: idShape, tier: z.string().max(40).optional().describe("the key of a tier it has already") },
  output: standing,
  refusals: {
    ...roleMayNot,
    ...isRetired,
    "not-in-force-yet": { status: 409, title: "No version of this program holds today. Publish one first." },
    "partnership-not-known": { status: 422, title: "This partnership is not there, or over. Choose another." },
    "type-differs": { status: 422, title: "This program is for partnerships of another type." },
    "tier-not-known": { status: 422, title: "This program has no such tier today. Choose another." },
    "already-enrolled": { status: 409, title: "This partnership is in the program already." },
    "too-many-enrolled": { status: 409, title: `There are ${mostEnrolled} partnerships in this program.` },
  },
})

const isOver = { "enrolment-ended": { status: 409, title: "This partnership has left the program." } } as const

export const endEnrolment = endpoint("POST", "/enrolments/:enrolment/end", {
  summary: "Takes a partnership out of a program. What was evaluated stays.",
  changes: ["programs"],
  params: { enrolment: idShape },
  output: z.object({ endedOn: plainDateShape }),
  refusals: { ...roleMayNot, ...isRetired, ...isOver },
})

export const evaluateEnrolment = endpoint("POST", "/enrolments/:enrolment/evaluations", {
  makes: true,
  summary: "Evaluates a partnership now, as on a day of the program's rhythm. The partner is told what follows.",
  changes: ["programs"],
  params: { enrolment: idShape },
  output: standing,
  refusals: { ...roleMayNot, ...isRetired, ...isOver },
})

export const checkByHand = endpoint("PUT", "/enrolments/:enrolment/checks/:requirement", {
  summary: "Says whether something is met that people look at by hand.",
  changes: ["programs"],
  params: { enrolment: idShape, requirement: z.string().max(40) },
  input: { isMet: z.boolean() },
  output: standing,
  refusals: {
    ...roleMayNot,
    ...isRetired,
    ...isOver,
    "not-by-hand": { status: 409, title: "Nothing of the kind is looked at by hand in this program today." },
  },
})
