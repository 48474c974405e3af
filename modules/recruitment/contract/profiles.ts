import { z } from "zod"
import { abilityShape, endpoint, idShape, instantShape, textShape } from "#core/endpoint"
import { languageCodes } from "#core/languages"
import { roleMayNot } from "#core/refusalTexts"
import { partnershipTypes } from "#rules/partnerships"
import { dimensions, levels, mostCriteria } from "../rules.ts"

export const criterionShape = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, "small letters, digits, - and _, such as market-reach")
    .describe("stays when the wording changes, so that versions can be compared"),
  dimension: z.enum(dimensions),
  weight: z.number().int().min(0).max(1_000).describe("beside the others; they need not make 100"),
  question: textShape(300),
  anchors: z
    .array(z.string().trim().max(300))
    .length(levels.length)

    .describe("a sentence for each of 0, 25, 50, 75 and 100"),
  isKnockOut: z.boolean().describe("at level 0 nothing else counts any more"),
})

const details = {
  name: textShape(120),
  partnershipType: z.enum(partnershipTypes),
  region: textShape(80).optional(),
  criteria: z.array(criterionShape).max(mostCriteria).default([]),
}

const profileSummary = z.object({
  id: idShape,
  name: z.string(),
  partnershipType: z.enum(partnershipTypes),
  region: z.string().nullable(),
  published: z.number().int().nullable().describe("the version that new assessments take"),
  isRetired: z.boolean(),
  candidates: z.number().int().describe("that are being looked at by it"),
})
export type ProfileSummary = z.input<typeof profileSummary>

const profile = profileSummary.omit({ candidates: true }).extend({
  criteria: z.array(criterionShape).describe("as they are being written"),
  versions: z.array(
    z.object({ number: z.number().int(), publishedAt: instantShape, criteria: z.array(criterionShape) }),
  ),
  version: z.number().int(),
  abilities: z.object({ edit: abilityShape, publish: abilityShape, retire: abilityShape }),
})
export type Profile = z.input<typeof profile>

export const listProfiles = endpoint("GET", "/ideal-profiles", {
  summary: "Ideal profiles by name: what a partner of a type should be like.",
  reads: ["ideal-profiles", "candidates"],
  output: z.object({ items: z.array(profileSummary), abilities: z.object({ make: abilityShape }) }),
  refusals: roleMayNot,
})

export const getProfile = endpoint("GET", "/ideal-profiles/:profile", {
  summary: "One ideal profile: what is being written of it, and every version that was published.",
  reads: ["ideal-profiles"],
  params: { profile: idShape },
  output: profile,
  refusals: roleMayNot,
})

export const getReadyProfile = endpoint("GET", "/ready-profiles/:type", {
  summary: "What an ideal profile of a type can start from, in one language. Its weights make 100.",
  reads: [],
  params: { type: z.enum(partnershipTypes) },
  query: { language: z.enum(languageCodes).default("en") },
  output: z.object({ criteria: z.array(criterionShape) }),
  refusals: roleMayNot,
})

export const mostProfiles = 200

export const makeProfile = endpoint("POST", "/ideal-profiles", {
  makes: true,
  summary: "Begins an ideal profile. It is assessed by once it is published.",
  changes: ["ideal-profiles"],
  input: details,
  output: profile,
  refusals: {
    ...roleMayNot,
    "too-many-profiles": {
      status: 409,
      title: `There are ${mostProfiles} ideal profiles. Retire or change one of them.`,
    },
  },
})

export const editProfile = endpoint("PUT", "/ideal-profiles/:profile", {
  summary: "Replaces what is being written of an ideal profile. What was published stays as it is.",
  changes: ["ideal-profiles"],
  params: { profile: idShape },
  input: details,
  edits: true,
  output: profile,
  refusals: {
    ...roleMayNot,
    "type-has-candidates": {
      status: 409,
      title:
        "Candidates are being looked at by this profile, so its type stays. Make another profile for another type.",
    },
  },
})

const yardstick = {
  "no-criteria": { status: 422, title: "A profile needs at least one question." },
  "anchor-missing": { status: 422, title: "A question lacks the sentence for one of its levels. Write all five." },
  "criterion-twice": { status: 422, title: "Two questions have the same name. Give one of them another." },
  weightless: { status: 422, title: "At least one question needs a weight above 0." },
} as const

export const publishProfile = endpoint("POST", "/ideal-profiles/:profile/versions", {
  makes: true,
  summary:
    "Makes what is written the version that candidates are assessed by from now on. Older assessments keep theirs.",
  changes: ["ideal-profiles", "candidates"],
  params: { profile: idShape },
  edits: true,
  output: profile,
  refusals: {
    ...roleMayNot,
    ...yardstick,
    "nothing-changed": { status: 409, title: "This is what the published version says already." },
  },
})

export const retireProfile = endpoint("POST", "/ideal-profiles/:profile/retirement", {
  summary: "Takes a profile out of what new candidates can be looked at by, or puts it back.",
  changes: ["ideal-profiles"],
  params: { profile: idShape },
  input: { isRetired: z.boolean() },
  edits: true,
  output: profile,
  refusals: roleMayNot,
})
