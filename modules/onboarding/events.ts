import { z } from "zod"
import { event } from "#platform/event"

const onboarding = { subject: "onboarding", visibility: "shared" } as const
const about = { name: z.string() }

export const onboardingStarted = event("onboarding.started", {
  ...onboarding,
  payload: { ...about, startsOn: z.string(), plannedEnd: z.string().nullable() },
})
export const onboardingGivenUp = event("onboarding.given_up", {
  ...onboarding,
  payload: { ...about, reason: z.string() },
})
export const registrationOpened = event("onboarding.registration_opened", {
  ...onboarding,
  payload: { ...about, reason: z.string() },
})
export const onboardingPlanNamed = event("onboarding_plan.named", {
  ...{ subject: "onboarding_plan", visibility: "host", changes: [] },
  payload: { type: z.string(), plan: z.string().nullable(), startsItself: z.boolean() },
})

export const events = [onboardingStarted, onboardingGivenUp, registrationOpened, onboardingPlanNamed]
