import { z } from "zod"
import { partyInput, partyRefusals } from "#contract/partnerships"
import { memberRoles, partnerRoles } from "#core/actor"
import { abilityShape, endpoint, idShape, instantShape, plainDateShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { mostWaits } from "../rules.ts"
import * as shape from "./shapes.ts"

const key = z.string().regex(/^[a-z0-9-]{1,40}$/, "a short name of lower-case letters, digits and hyphens")

const step = z.strictObject({
  key,
  title: shape.title,
  description: shape.description.optional(),
  side: shape.side,
  role: z
    .enum([...new Set([...memberRoles, ...partnerRoles])])
    .optional()
    .describe("it becomes the task of the only person with this role"),
  isPrivate: z.boolean().default(false).describe("kept to the host"),
  isOptional: z.boolean().default(false),
  offset: shape.offset,
  after: key.optional().describe("the step it is dated after; the plan's start when left out"),
  waitsFor: z.array(key).max(mostWaits).default([]).describe("further steps it waits for"),
  grants: shape.grants.default([]).describe("what it opens for the partner once it is done"),
  needsEvidence: z.boolean().default(false).describe("done only with a note, a link or a file that shows it"),
})

const template = {
  name: textShape(120),
  description: textShape(2_000).optional(),
  steps: z.array(step).min(1).max(100),
}

const templateLine = z.object({
  id: idShape,
  name: z.string(),
  description: z.string().nullable(),
  edition: z.number(),
  steps: z.number(),
  archivedAt: instantShape.nullable(),
  version: z.number(),
})

const templateView = templateLine.extend({
  steps: z.array(step),
  /** The days of its steps from today on, by the host's calendar on both sides: to see its shape. */
  days: z.array(z.object({ key: z.string(), dueOn: plainDateShape.nullable() })),
  startsOn: plainDateShape,
  abilities: z.object({ edit: abilityShape }),
})
export type PlanTemplate = z.input<typeof templateView>

const planTemplate = { planTemplate: idShape }

const steps = {
  "same-key": { status: 422, title: "Two steps have the same short name. Give each its own." },
  "no-such-step": { status: 422, title: "A step waits for one that is not in this plan. Choose one of its steps." },
  "private-is-the-hosts": { status: 422, title: "Only what the host does can be private to the host." },
  "private-opens-nothing": {
    status: 422,
    title: "A step for the host alone opens nothing for the partner, who does not see it. Let both sides read it.",
  },
  "kept-private-from-it": shape.order["kept-private-from-it"],
  "goes-in-circles": shape.order["goes-in-circles"],
} as const

export const listPlanTemplates = endpoint("GET", "/plan-templates", {
  summary: "The workspace's plans to start from, by name.",
  reads: ["plan-templates"],
  query: { archived: z.stringbool().default(false) },
  output: z.object({ items: z.array(templateLine), abilities: z.object({ create: abilityShape }) }),
  refusals: roleMayNot,
})

export const getPlanTemplate = endpoint("GET", "/plan-templates/:planTemplate", {
  summary: "One plan to start from, in its present edition or an earlier one.",
  reads: ["plan-templates"],
  params: planTemplate,
  query: { edition: z.coerce.number().int().min(1).max(1_000_000).optional() },
  output: templateView,
  refusals: { ...roleMayNot, "no-such-edition": { status: 422, title: "There is no such edition of this plan." } },
})

export const createPlanTemplate = endpoint("POST", "/plan-templates", {
  makes: true,
  summary: "Writes down a plan that can be started for any partnership.",
  changes: ["plan-templates"],
  input: template,
  output: templateView,
  refusals: {
    ...roleMayNot,
    ...steps,
    "too-many-templates": { status: 409, title: "There are 200 plans. Archive one first." },
  },
})

export const editPlanTemplate = endpoint("PUT", "/plan-templates/:planTemplate", {
  summary: "Writes a new edition of a plan. Plans that run keep the edition they were started with.",
  changes: ["plan-templates"],
  params: planTemplate,
  input: template,
  edits: true,
  output: templateView,
  refusals: { ...roleMayNot, ...steps },
})

export const archivePlanTemplate = endpoint("POST", "/plan-templates/:planTemplate/archive", {
  summary: "Takes a plan out of those that can be started, or puts it back.",
  changes: ["plan-templates"],
  params: planTemplate,
  input: { isArchived: z.boolean() },
  output: templateView,
  refusals: roleMayNot,
})

const dated = z.object({
  title: z.string(),
  side: shape.side,
  ownerName: z.string().nullable(),
  isPrivate: z.boolean(),
  dueOn: plainDateShape.nullable(),
  grants: z.array(z.object({ opens: z.enum(["deal_registration", "resource"]), name: z.string().nullable() })),
})

const starting = { ...shape.subject, startsOn: shape.plannedDay, party: partyInput }
const startRefusals = {
  ...roleMayNot,
  ...partyRefusals,
  "kept-to-one-party": shape.subjectPrivate["kept-to-one-party"],
  "archived-template": { status: 409, title: "This plan is archived. Put it back first, or choose another." },
} as const

export const previewPlan = endpoint("GET", "/plan-templates/:planTemplate/preview", {
  summary: "The days and owners a plan's tasks would have, were it started.",
  reads: ["plan-templates"],
  params: planTemplate,
  query: starting,
  output: z.object({ items: z.array(dated) }),
  refusals: startRefusals,
})

const planView = z.object({
  id: idShape,
  name: z.string(),
  startsOn: plainDateShape,
  tasks: z.number(),
  version: z.number(),
})

export const startPlan = endpoint("POST", "/plan-templates/:planTemplate/start", {
  makes: true,
  summary: "Starts a plan on something: makes its tasks, with their days and owners.",
  changes: ["tasks"],
  params: planTemplate,
  input: { ...starting, name: textShape(120).optional().describe("the template's when left out") },
  output: planView,
  refusals: { ...startRefusals, ...shape.full },
})

const moved = z.object({
  id: idShape,
  title: z.string(),
  from: plainDateShape.nullable(),
  to: plainDateShape.nullable(),
})

export const previewMove = endpoint("GET", "/plans/:plan/move", {
  summary: "What would move, were the plan to start on another day: what is done and what was dated by hand stays.",
  reads: ["tasks"],
  params: { plan: idShape },
  query: { startsOn: shape.plannedDay },
  output: z.object({
    items: z.array(moved),
    stays: z.number(),
    early: z
      .array(z.object({ id: idShape, title: z.string(), dueOn: plainDateShape }))
      .describe("open tasks of the plan that would be due before it starts"),
  }),
  refusals: roleMayNot,
})

export const movePlan = endpoint("POST", "/plans/:plan/move", {
  summary: "Gives a plan another start. Open tasks that were reckoned from it move, all others stay.",
  changes: ["tasks"],
  params: { plan: idShape },
  input: { startsOn: shape.plannedDay },
  output: planView,
  refusals: roleMayNot,
})
