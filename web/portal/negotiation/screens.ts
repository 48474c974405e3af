import type { Screens } from "#client/area"
import { listOpenDrafts } from "#contract/agreements"

export const screens: Screens = {
  "$slug/partnerships/$partnership/negotiation/$agreementDraft": async (first) => {
    const { id, partnershipId } = await first(listOpenDrafts)
    return [`demo/partnerships/${partnershipId}/negotiation/${id}`]
  },
}
