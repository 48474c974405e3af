import type { AreaRoute } from "#client/area"
import { readAhead } from "#client/readAhead"
import { getPartnershipPeople } from "#contract/people"
import { getPartnership } from "#contract/portfolio"
import { partnershipPath } from "./paths.ts"

export const routes: readonly AreaRoute[] = [
  {
    path: "partnerships/$partnership",
    page: () => import("./PartnershipPage.lazy.tsx"),
    texts: ["partnership", "acts", "people"],
    ahead: ({ params: { partnership = "" } }) => {
      readAhead(getPartnership, { params: { partnership } })
      readAhead(getPartnershipPeople, { params: { partnership } })
    },
    opens: {
      partnership: ({ slug, id }) => partnershipPath(slug, id),
      comment: ({ slug, partnershipId = "", thread = "" }) =>
        `${partnershipPath(slug, partnershipId)}?thread=${thread}`,
    },
  },
]
