import { onboardingFilters } from "#contract/onboarding"
import { partnershipTypes } from "#contract/partnerships"

/** Which onboardings are shown, as the address says it; what makes no sense there falls back. */
export const readView = (raw: Record<string, unknown>) => ({
  state: onboardingFilters.find((each) => each === raw.state) ?? onboardingFilters[0],
  type: partnershipTypes.find((each) => each === raw.type) ?? ("" as const),
  sort: raw.sort === "startedOn" ? ("startedOn" as const) : ("-startedOn" as const),
})
