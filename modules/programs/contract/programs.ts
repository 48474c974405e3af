import { z } from "zod"
import { abilityShape, endpoint, idShape, instantShape, plainDateShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { partnershipTypes } from "#rules/partnerships"
import { trialOutcomes } from "../rules.ts"
import { rateShape, termsShape, termsView } from "./shapes.ts"

const mostRates = 400
const details = {
  name: textShape(120),
  partnershipType: z.enum(partnershipTypes).optional().describe("for partnerships of this type; left out, for all"),
  terms: termsShape,
  rates: z.array(rateShape).max(mostRates).default([]),
}

const summary = z.object({
  id: idShape,
  name: z.string(),
  partnershipType: z.enum(partnershipTypes).nullable(),
  published: z.number().int().nullable().describe("its latest version"),
  retiredOn: plainDateShape.nullable().describe("since when it goes on for nobody; null while it does"),
  tiers: z.array(z.string()).describe("of the terms that hold today, or that are being written; lowest first"),
  enrolled: z.number().int(),
  inGrace: z.number().int(),
  undecided: z.number().int().describe("of whom not all is known"),
})
export type ProgramSummary = z.input<typeof summary>

const program = summary.omit({ tiers: true, enrolled: true, inGrace: true, undecided: true }).extend({
  draft: termsView,
  rates: z.array(rateShape),
  retiredReason: z.string().nullable(),
  holds: z.number().int().nullable().describe("the version that holds today"),
  versions: z.array(
    z.object({ number: z.number().int(), holdsFrom: plainDateShape, publishedAt: instantShape, terms: termsView }),
  ),
  version: z.number().int(),
  abilities: z.object({ edit: abilityShape, publish: abilityShape, enrol: abilityShape, retire: abilityShape }),
})
export type Program = z.input<typeof program>

export const isRetired = {
  "program-retired": { status: 409, title: "This program was retired: nothing of it goes on." },
} as const

const flaws = {
  "no-tiers": { status: 422, title: "A program needs at least one tier." },
  "tier-twice": { status: 422, title: "Two tiers have the same name. Give one of them another." },
  "requirement-twice": { status: 422, title: "A tier asks for the same thing twice. Take one of them out." },
  "requirement-incomplete": {
    status: 422,
    title:
      "Something is missing in what a tier asks for: a threshold above 0, the metric, the months or what is looked at.",
  },
} as const

export const listPrograms = endpoint("GET", "/programs", {
  summary: "Partner programs by name, with their tiers and how many are in them.",
  reads: ["programs"],
  output: z.object({ items: z.array(summary), abilities: z.object({ make: abilityShape }) }),
  refusals: roleMayNot,
})

export const getProgram = endpoint("GET", "/programs/:program", {
  summary: "One program: what is being written of it, and every version with the day from which it holds.",
  reads: ["programs"],
  params: { program: idShape },
  output: program,
  refusals: roleMayNot,
})

export const mostPrograms = 100

export const makeProgram = endpoint("POST", "/programs", {
  makes: true,
  summary: "Begins a program. Partnerships can be enrolled once a version of it holds.",
  changes: ["programs"],
  input: details,
  output: program,
  refusals: {
    ...roleMayNot,
    "too-many-programs": { status: 409, title: `There are ${mostPrograms} programs. Change one of them instead.` },
  },
})

export const editProgram = endpoint("PUT", "/programs/:program", {
  summary:
    "Replaces what is being written of a program. What was published stays as it is; rates are facts, and count from now on.",
  changes: ["programs"],
  params: { program: idShape },
  input: details,
  edits: true,
  output: program,
  refusals: {
    ...roleMayNot,
    ...isRetired,
    "currency-stays": {
      status: 409,
      title:
        "A published program stays in its currency: its thresholds and rates are said in it. Make another program.",
    },
  },
})

export const publishProgram = endpoint("POST", "/programs/:program/versions", {
  makes: true,
  summary: "Makes what is written the version by which partners are evaluated from a day on.",
  changes: ["programs"],
  params: { program: idShape },
  input: { holdsFrom: plainDateShape },
  edits: true,
  output: program,
  refusals: {
    ...roleMayNot,
    ...isRetired,
    ...flaws,
    "holds-in-the-past": { status: 422, title: "A version holds from today at the earliest. Choose another day." },
    "tier-is-held": { status: 409, title: "Partners hold a tier that is missing here. Keep it, under whatever name." },
    "nothing-changed": { status: 409, title: "This is what the published version says already." },
  },
})

export const retireProgram = endpoint("POST", "/programs/:program/retirement", {
  summary:
    "Retires a program from today on, for good: whoever is in it leaves with it, nothing is evaluated or told any more, and how they stood stays readable.",
  changes: ["programs"],
  params: { program: idShape },
  input: { reason: textShape(500).describe("why; only the host's side reads it") },
  edits: true,
  output: program,
  refusals: { ...roleMayNot, ...isRetired },
})

const trial = z.object({
  on: plainDateShape,
  currency: z.string(),
  costMinor: z.number().describe("what the discounts cost more in a year; less where it is below 0"),
  uncosted: z.number().int().describe("of whom the sales are not known"),
  items: z.array(
    z.object({
      enrolmentId: idShape,
      partnershipId: idShape,
      name: z.string(),
      tier: z.string().nullable(),
      outcome: z.enum(trialOutcomes),
      tierAfter: z.string().nullable().describe("in the end, any grace over"),
      costMinor: z.number().nullable(),
    }),
  ),
})
export type Trial = z.input<typeof trial>

export const tryProgram = endpoint("GET", "/programs/:program/trial", {
  summary:
    "What becomes of everybody enrolled by what is being written, as of today. Nothing is written, and nobody is told.",
  reads: ["programs"],
  params: { program: idShape },
  output: trial,
  refusals: { ...roleMayNot, ...isRetired, ...flaws },
})
