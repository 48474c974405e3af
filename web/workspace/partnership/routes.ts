import type { AreaRoute } from "#client/area"
import { readAhead } from "#client/readAhead"
import { getPartnershipPeople } from "#contract/people"
import { getPartnership } from "#contract/portfolio"
import { partnershipPath } from "./paths.ts"

export const routes: readonly AreaRoute[] = [
  {
    path: "partnerships/$partnership",
    page: () => import("./PartnershipPage.lazy.tsx"),
    texts: [
      "partnership",
      "drift",
      "acts",
      "files",
      "discussion",
      "tasks",
      "attention",
      "objectives",
      "agreements",
      "approvals",
      "approvable",
      "people",
      "timeline",
      "events",
      "notes",
    ],
    ahead: ({ params: { partnership = "" } }) => {
      readAhead(getPartnership, { params: { partnership } })
      readAhead(getPartnershipPeople, { params: { partnership } })
    },
    opens: { partnership: ({ slug, id }) => partnershipPath(slug, id) },
  },
]
