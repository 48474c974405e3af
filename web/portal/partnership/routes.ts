import type { AreaRoute } from "#client/area"
import { readAhead } from "#client/readAhead"
import { listCommitments } from "#contract/commitments"
import { listOwnPartnerships } from "#contract/portfolio"

export const routes: readonly AreaRoute[] = [
  {
    path: "$slug/partnerships/$partnership",
    page: () => import("./PartnershipPage.lazy.tsx"),
    texts: ["portal/partnership", "acts"],
    ahead: ({ params: { partnership = "" } }) => {
      readAhead(listOwnPartnerships, { query: { partnership } })
      readAhead(listCommitments, { params: { partnership } })
    },
  },
]
