import type { Screens } from "#client/area"
import { listDriftCases } from "#contract/drift"

export const screens: Screens = {
  "partnerships/$partnership/new-agreement": async (first) => [
    `partnerships/${(await first(listDriftCases)).partnershipId}/new-agreement`,
  ],
}
