import { z } from "zod"
import { ownerMust } from "#contract/partnerships"
import { abilityShape, endpoint, idShape, listOf, listQuery, plainDateShape, textShape } from "#core/endpoint"
import { languageCodes } from "#core/languages"
import { roleMayNot } from "#core/refusalTexts"
import { partnershipTypes } from "#rules/partnerships"
import { diligenceKinds, mostItemsOfCompany, standings } from "../rules.ts"
import { requirementFields } from "./lists.ts"
import { roundShape } from "./rounds.ts"

const item = z.object({
  id: idShape,
  organizationId: idShape,
  organizationName: z.string(),
  kind: z.enum(diligenceKinds),
  asks: z.string(),
  isRequired: z.boolean(),
  months: z.number().int().nullable(),
  remindDays: z.number().int(),
  needsAnother: z.boolean(),
  ownerId: idShape.nullable(),
  ownerName: z.string().nullable(),
  standing: z
    .enum(standings)
    .describe("today; what was accepted is valid through its last day, also while newer evidence waits"),
  validThrough: plainDateShape
    .nullable()
    .describe("the last day of what was accepted; null where nothing was, or where it has no end"),
  waitsForReview: z.boolean().describe("evidence lies there that nobody has reviewed; it is not valid yet"),
  isMatchOpen: z.boolean().describe("a check met something and nobody has cleared it"),
  why: z.string().nullable().describe("why it is not needed"),
  settledBy: z.string().nullable(),
  isResting: z.boolean().describe("nobody thinks of working with the company now, so nobody is reminded"),
  version: z.number().int(),
})
export type DiligenceItemView = z.input<typeof item>

const wholeItem = item.extend({
  rounds: z.array(roundShape).describe("the latest first"),
  abilities: z.object({ give: abilityShape, edit: abilityShape, need: abilityShape }),
})
export type WholeDiligenceItem = z.input<typeof wholeItem>

const concern = z.object({
  missing: z.number().int().describe("required, and nothing valid was ever accepted"),
  expired: z.number().int().describe("required, and past its last day"),
  matches: z.number().int().describe("checks that met something and were not cleared"),
  asked: z.number().int(),
})
export type ConcernView = z.input<typeof concern>

const ofCompany = z.object({
  items: z.array(wholeItem),
  concern,
  abilities: z.object({ ask: abilityShape }),
})
export type DiligenceOfCompany = z.input<typeof ofCompany>

const company = { organization: idShape }

export const getDiligence = endpoint("GET", "/organizations/:organization/diligence", {
  summary:
    "What a company was asked for and how each stands, with its evidence; whatever it is a candidate or a partner for.",
  reads: ["diligence", "organizations", "members"],
  params: company,
  output: ofCompany,
  refusals: roleMayNot,
})

const full = {
  "too-many-items": { status: 409, title: `A company is asked for ${mostItemsOfCompany} things at most.` },
} as const

export const askDiligence = endpoint("POST", "/organizations/:organization/diligence", {
  makes: true,
  summary: "Asks a company for everything on the list of a type that it was not asked for yet.",
  changes: ["diligence"],
  params: company,
  input: {
    type: z.enum(partnershipTypes),
    ownerId: idShape.optional().describe("who follows it up; whoever asks, where it is left out"),
    language: z.enum(languageCodes).default("en").describe("of a list that nobody changed"),
  },
  output: ofCompany,
  refusals: {
    ...roleMayNot,
    ...ownerMust,
    ...full,
    "nothing-to-ask": { status: 409, title: "This company was asked for everything on this list already." },
  },
})

export const addDiligenceItem = endpoint("POST", "/organizations/:organization/diligence-items", {
  makes: true,
  summary: "Asks a company for one thing more.",
  changes: ["diligence"],
  params: company,
  input: { ...requirementFields, ownerId: idShape.optional() },
  output: wholeItem,
  refusals: { ...roleMayNot, ...ownerMust, ...full },
})

const params = { diligenceItem: idShape }

export const editDiligenceItem = endpoint("PUT", "/diligence-items/:diligenceItem", {
  summary: "Replaces what a company is asked for by one item, how long it is good for, and who follows it up.",
  changes: ["diligence"],
  params,
  input: { ...requirementFields, ownerId: idShape.optional() },
  edits: true,
  output: wholeItem,
  refusals: {
    ...roleMayNot,
    ...ownerMust,
    "kind-has-evidence": { status: 409, title: "There is evidence of this kind already, so the kind stays." },
  },
})

export const needDiligenceItem = endpoint("POST", "/diligence-items/:diligenceItem/need", {
  summary: "Takes an item off with a reason, or puts it back on. Its evidence stays on record.",
  changes: ["diligence"],
  params,
  input: { isNeeded: z.boolean(), why: textShape(1_000) },
  edits: true,
  output: wholeItem,
  refusals: {
    ...roleMayNot,
    "need-unchanged": { status: 409, title: "It says so already." },
    "match-open": {
      status: 409,
      title:
        "A check of this item met something. Clear it with a reason first; not needing the check does not clear it.",
    },
  },
})

export const diligenceFilters = ["review", "match", "expiring", "expired", "missing"] as const

export const listDiligenceItems = endpoint("GET", "/diligence-items", {
  summary:
    "What all companies were asked for, or only what waits for something; what nobody is reminded of is left out there.",
  reads: ["diligence", "organizations", "members"],
  query: {
    ...listQuery(["-id", "id"]),
    waits: z.enum(diligenceFilters).optional(),
    kind: z.enum(diligenceKinds).optional(),
    owner: idShape.optional(),
  },
  output: listOf(item),
  refusals: roleMayNot,
})
