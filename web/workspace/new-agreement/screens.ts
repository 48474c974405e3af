import type { Screens } from "#client/area"
import { listOpenDrafts } from "#contract/agreements"
import { listDriftCases } from "#contract/drift"

export const screens: Screens = {
  "partnerships/$partnership/new-agreement": async (first) => [
    `partnerships/${(await first(listDriftCases)).partnershipId}/new-agreement`,
  ],
  "agreement-drafts/$agreementDraft/edit": async (first) => [
    `agreement-drafts/${(await first(listOpenDrafts)).id}/edit`,
  ],
}
