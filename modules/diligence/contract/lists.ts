import { z } from "zod"
import { abilityShape, endpoint, textShape } from "#core/endpoint"
import { languageCodes } from "#core/languages"
import { roleMayNot } from "#core/refusalTexts"
import { partnershipTypes } from "#rules/partnerships"
import { diligenceKinds, mostMonths, mostRemindDays, mostRequirements } from "../rules.ts"

export const requirementFields = {
  kind: z.enum(diligenceKinds),
  asks: textShape(500).describe("what the company is asked for, in a sentence"),
  isRequired: z.boolean(),
  months: z
    .number()
    .int()
    .min(1)
    .max(mostMonths)
    .nullable()
    .describe("how long evidence of it is good for; null has no end"),
  remindDays: z.number().int().min(0).max(mostRemindDays).describe("how long before its last day somebody is reminded"),
  needsAnother: z.boolean().default(false).describe("whoever gave evidence does not review it"),
}
const requirement = z.strictObject(requirementFields)

const list = z.object({
  type: z.enum(partnershipTypes),
  requirements: z.array(requirement),
  ready: z.array(requirement).describe("what the list begins with, in the language asked for"),
  isOwn: z.boolean().describe("the workspace changed it"),
  version: z.number().int(),
  abilities: z.object({ edit: abilityShape }),
})
export type DiligenceList = z.input<typeof list>

const params = { type: z.enum(partnershipTypes) }

export const listDiligenceLists = endpoint("GET", "/diligence-lists", {
  summary: "What partners of each type are asked for: how much of it, and whether the workspace changed the list.",
  reads: ["diligence"],
  output: z.object({
    items: z.array(
      z.object({
        ...{ type: z.enum(partnershipTypes), isOwn: z.boolean() },
        ...{ asked: z.number().int(), required: z.number().int() },
      }),
    ),
  }),
  refusals: roleMayNot,
})

export const getDiligenceList = endpoint("GET", "/diligence-lists/:type", {
  summary: "What partners of one type are asked for; as long as nobody changed it, in the language asked for.",
  reads: ["diligence"],
  params,
  query: { language: z.enum(languageCodes).default("en") },
  output: list,
  refusals: roleMayNot,
})

export const editDiligenceList = endpoint("PUT", "/diligence-lists/:type", {
  summary: "Replaces what partners of a type are asked for from now on. Companies that were asked already keep theirs.",
  changes: ["diligence"],
  params,
  input: { requirements: z.array(requirement).max(mostRequirements) },
  edits: true,
  output: list,
  refusals: {
    ...roleMayNot,
    "kind-twice": { status: 422, title: "The list asks for one kind twice. Take one of the two out." },
  },
})
