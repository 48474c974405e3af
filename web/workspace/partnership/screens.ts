import type { Screens } from "#client/area"
import { listDriftCases } from "#contract/drift"

export const screens: Screens = {
  "partnerships/$partnership": async (first) => [`partnerships/${(await first(listDriftCases)).partnershipId}`],
}
