import { z } from "zod"
import { abilityShape, endpoint, idShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { coverageStandings, entryKinds, mostWords, placeKinds } from "../rules.ts"

const axes = {
  places: z.enum(placeKinds).default("area").describe("parts of the world by country, or regions in your own words"),
  entries: z.enum(entryKinds).default("industry"),
}
const word = textShape(80)

const counts = {
  partner: z.number().int().describe("companies of partnerships under agreement"),
  coming: z.number().int().describe("approved, or being negotiated"),
  undecided: z.number().int(),
}

const spot = {
  place: z.string().nullable().describe("as it is compared; null where no company's place is known"),
  entry: z.string().nullable(),
  wanted: z.number().int().nullable().describe("null where nobody set a target, which is not 0"),
  ...counts,
}

const header = z.object({
  key: z.string(),
  label: z.string().describe("as it is mostly written; of a part of the world its code (UN M49)"),
  companies: z.number().int().describe("that bear it, each once"),
})

const coverage = z.object({
  ...{ places: z.enum(placeKinds), entries: z.enum(entryKinds) },
  rows: z.array(header),
  columns: z.array(header),
  furtherRows: z.number().int().describe("words that are not shown"),
  furtherColumns: z.number().int(),
  cells: z.array(z.object(spot)),
  countries: z
    .array(z.object({ country: z.string(), ...counts }))
    .describe("the same companies by country, whatever the rows are"),
  gaps: z.array(z.object({ ...spot, short: z.number().int() })),
  totals: z.array(
    z.object({
      standing: z.enum(coverageStandings),
      companies: z.number().int(),
      noPlace: z.number().int(),
      noEntry: z.number().int(),
      either: z.number().int(),
    }),
  ),
  abilities: z.object({ set: abilityShape }),
})
export type Coverage = z.input<typeof coverage>

export const getCoverage = endpoint("GET", "/coverage", {
  summary:
    "Where partners are wanted, where they are, and where they may come from: places against industries or capabilities.",
  reads: ["coverage-targets", "organizations", "partnerships", "candidates"],
  query: axes,
  output: coverage,
  refusals: roleMayNot,
})

const covering = z.object({
  id: idShape,
  name: z.string(),
  country: z.string().nullable(),
  standing: z.enum(coverageStandings),
  isPlaceUnknown: z.boolean(),
  isEntryUnknown: z.boolean(),
  candidateId: idShape.nullable(),
})
export type CoveringCompany = z.input<typeof covering>

export const listCovering = endpoint("GET", "/coverage/companies", {
  summary:
    "The companies that a cell of the coverage map counts, at most two hundred; or those of which it is not known where they belong.",
  reads: ["organizations", "partnerships", "candidates"],
  query: {
    ...axes,
    place: word.optional(),
    entry: word.optional(),
    unknown: z.enum(["place", "entry", "either", "both"]).optional(),
  },
  output: z.object({ items: z.array(covering), isMore: z.boolean() }),
  refusals: roleMayNot,
})

const wanted = z.number().int().min(0).max(1_000).nullable()

export const setCoverageTarget = endpoint("PUT", "/coverage/targets", {
  summary: "Says how many partners are wanted in one place and one industry or capability; null takes the target away.",
  changes: ["coverage-targets"],
  input: {
    ...{ places: z.enum(placeKinds), entries: z.enum(entryKinds), place: word, entry: word, wanted },
    was: wanted.describe("what was read before: somebody else's target is not overwritten unseen"),
  },
  output: z.object({ wanted }),
  refusals: {
    ...roleMayNot,
    "target-changed": { status: 409, title: "Somebody has set this target meanwhile. Look at it again." },
    "place-not-known": { status: 422, title: "There is no such part of the world. Choose another." },
    "too-many-targets": {
      status: 409,
      title: `Targets name ${mostWords} places or ${mostWords} industries or capabilities already. Take one away first.`,
    },
  },
})

export const getAdded = endpoint("GET", "/candidates/:candidate/coverage", {
  summary:
    "What a candidate would add: cells below their target that its company belongs to, and what is not known of it.",
  reads: ["coverage-targets", "organizations", "partnerships", "candidates"],
  params: { candidate: idShape },
  output: z.object({
    isPartner: z.boolean().describe("its company is a partner already and counted as one"),
    fills: z.array(
      z.object({
        ...{ places: z.enum(placeKinds), entries: z.enum(entryKinds), place: z.string(), entry: z.string() },
        ...{ wanted: z.number().int(), short: z.number().int(), ...counts },
      }),
    ),
    met: z.number().int().describe("cells it belongs to whose target is reached without it"),
    lacks: z.array(z.enum(["country", "regions", "industries", "capabilities"])),
    targets: z.number().int().describe("that are set at all"),
  }),
  refusals: roleMayNot,
})
