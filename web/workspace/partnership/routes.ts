import type { AreaRoute } from "#client/area"
import { readAhead } from "#client/readAhead"
import { getPartnershipPeople } from "#contract/people"
import { getPartnership } from "#contract/portfolio"

export const partnershipRoutes: readonly AreaRoute[] = [
  {
    path: "partnerships/$partnership",
    page: () => import("./PartnershipPage.lazy.tsx"),
    texts: ["partnership", "drift", "promises", "objectives", "agreements", "timeline"],
    ahead: ({ params: { partnership = "" } }) => {
      readAhead(getPartnership, { params: { partnership } })
      readAhead(getPartnershipPeople, { params: { partnership } })
    },
    find: async (text, signal) => (await import("./find.ts")).findByName(text, signal),
  },
]
