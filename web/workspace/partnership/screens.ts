import type { Screens } from "#client/area"
import { partnershipTabs } from "#client/partnershipSection"
import { listDriftCases } from "#contract/drift"

/** Each tab of one that drifts. */
export const screens: Screens = Object.fromEntries(
  partnershipTabs.map((tab) => {
    const rest = tab === "overview" ? "" : `/${tab}`
    return [
      `partnerships/$partnership${rest}`,
      async (first) => [`partnerships/${(await first(listDriftCases)).partnershipId}${rest}`],
    ] satisfies [string, Screens[string]]
  }),
)
