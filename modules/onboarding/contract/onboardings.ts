import { z } from "zod"
import { partyInput, partyRefusals } from "#contract/partnerships"
import { getTask, startPlan } from "#contract/tasks"
import { abilityShape, endpoint, idShape, listOf, listQuery, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { partnershipTypes } from "#rules/partnerships"
import { onboardingView } from "./shapes.ts"

export type { FirstValueView, OnboardingView } from "./shapes.ts"

export const onboardingFilters = ["under_way", "stuck", "finished", "given_up", "all"] as const

export const listOnboardings = endpoint("GET", "/onboardings", {
  summary: "How partners are being onboarded, the latest begun first.",
  reads: ["onboardings", "tasks"],
  query: {
    ...listQuery(["-startedOn", "startedOn"]),
    state: z.enum(onboardingFilters).default("under_way"),
    type: z.enum(partnershipTypes).optional(),
  },
  output: listOf(onboardingView).extend({
    counts: z.object({ underWay: z.number(), stuck: z.number() }).describe("of all types, up to a hundred"),
  }),
  refusals: roleMayNot,
})

export const listTimesToValue = endpoint("GET", "/times-to-first-value", {
  summary:
    "How many days partners of each type took from their first agreement to their first value, those still on the way counted as such.",
  reads: ["onboardings", "deals", "measurements", "agreements"],
  output: z.object({
    items: z.array(
      z.object({
        ...{ type: z.enum(partnershipTypes), partners: z.number(), reached: z.number() },
        ...{ lower: z.number().nullable(), median: z.number().nullable(), upper: z.number().nullable() },
      }),
    ),
  }),
  refusals: roleMayNot,
})

export const listOnboardingsOf = endpoint("GET", "/partnerships/:partnership/onboardings", {
  summary: "How a partnership's companies are or were onboarded, step by step, the latest first.",
  reads: ["onboardings", "tasks"],
  params: { partnership: idShape },
  output: z.object({
    items: z.array(onboardingView.extend({ tasks: z.array(getTask.output) })),
    abilities: z.object({ start: abilityShape }),
  }),
})
export type OnboardingWithSteps = z.input<typeof listOnboardingsOf.output>["items"][number]

const over = {
  "onboarding-over": { status: 409, title: "This onboarding is over." },
} as const

export const startOnboarding = endpoint("POST", "/partnerships/:partnership/onboardings", {
  makes: true,
  summary: "Starts onboarding a partner by a plan: makes the plan's tasks, and keeps closed what its steps open.",
  changes: ["onboardings", "tasks"],
  params: { partnership: idShape },
  input: {
    planTemplate: idShape,
    startsOn: startPlan.input.shape.startsOn,
    party: partyInput,
    name: textShape(120).optional(),
  },
  output: onboardingView,
  refusals: {
    ...roleMayNot,
    ...partyRefusals,
    "kept-to-one-party": startPlan.refusals["kept-to-one-party"],
    "archived-template": startPlan.refusals["archived-template"],
    "too-many-tasks": startPlan.refusals["too-many-tasks"],
    "onboarding-under-way": {
      status: 409,
      title: "This partner is being onboarded already. Finish that, or give it up first.",
    },
  },
})

const onboarding = { onboarding: idShape }

export const giveUpOnboarding = endpoint("POST", "/onboardings/:onboarding/give-up", {
  summary: "Gives an onboarding up, with the reason. Its open tasks stay; it keeps nothing closed any more.",
  changes: ["onboardings"],
  params: onboarding,
  input: { reason: textShape(2_000) },
  output: onboardingView,
  refusals: { ...roleMayNot, ...over },
})

export const openRegistration = endpoint("POST", "/onboardings/:onboarding/open-registration", {
  summary: "Lets the partner register deals before a step of the onboarding opens that, with the reason.",
  changes: ["onboardings"],
  params: onboarding,
  input: { reason: textShape(2_000) },
  output: onboardingView,
  refusals: {
    ...roleMayNot,
    ...over,
    "nothing-closed": { status: 409, title: "This onboarding keeps nothing closed." },
  },
})
