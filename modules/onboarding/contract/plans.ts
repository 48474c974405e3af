import { z } from "zod"
import { createPlanTemplate } from "#contract/tasks"
import { abilityShape, endpoint, idShape } from "#core/endpoint"
import { languageCodes } from "#core/languages"
import { roleMayNot } from "#core/refusalTexts"
import { partnershipTypes } from "#rules/partnerships"

const plan = z.object({
  type: z.enum(partnershipTypes),
  plan: z.object({ id: idShape, name: z.string(), isArchived: z.boolean() }).nullable(),
  startsItself: z.boolean().describe("once an agreement of such a partnership is entered"),
  ready: z.object({ steps: z.number(), ofPartner: z.number() }).describe("of the plan that is ready to be taken over"),
  version: z.number(),
})
export type OnboardingPlan = z.input<typeof plan>

const params = { type: z.enum(partnershipTypes) }

export const listOnboardingPlans = endpoint("GET", "/onboarding-plans", {
  summary: "By which plan partners of each type are onboarded.",
  reads: ["onboarding-plans", "plan-templates"],
  output: z.object({ items: z.array(plan), abilities: z.object({ edit: abilityShape }) }),
  refusals: roleMayNot,
})

export const nameOnboardingPlan = endpoint("PUT", "/onboarding-plans/:type", {
  summary: "Says by which plan partners of a type are onboarded, and whether that starts by itself.",
  changes: ["onboarding-plans"],
  params,
  input: { planTemplate: idShape.nullable(), startsItself: z.boolean().default(false) },
  edits: true,
  output: plan,
  refusals: {
    ...roleMayNot,
    "no-such-plan": { status: 422, title: "There is no such plan. Choose one that is not archived." },
  },
})

export const takeReadyPlan = endpoint("POST", "/onboarding-plans/:type/ready", {
  makes: true,
  summary:
    "Writes the plan that is ready for a type down as one of the workspace's own, in a language, and names it for that type.",
  changes: ["onboarding-plans", "plan-templates"],
  params,
  input: { language: z.enum(languageCodes) },
  output: plan,
  refusals: { ...roleMayNot, "too-many-templates": createPlanTemplate.refusals["too-many-templates"] },
})
