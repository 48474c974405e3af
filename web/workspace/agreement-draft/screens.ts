import type { Screens } from "#client/area"
import { listOpenDrafts } from "#contract/agreements"

export const screens: Screens = {
  "agreement-drafts/$agreementDraft": async (first) => [`agreement-drafts/${(await first(listOpenDrafts)).id}`],
}
