import type { Screens } from "#client/area"
import { listOpenDrafts } from "#contract/agreements"

export const screens: Screens = {
  "$slug/agreement-drafts/$agreementDraft": async (first) => [
    `demo/agreement-drafts/${(await first(listOpenDrafts)).id}`,
  ],
}
