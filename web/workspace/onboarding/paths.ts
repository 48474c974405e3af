import { within } from "#client/paths"

export const onboardingsPath = (slug: string) => within(slug, "onboarding")
export const onboardingPlansPath = (slug: string) => within(slug, "onboarding", "plans")
