import type { AreaRoute } from "#client/area"
import { type PartnershipTab, partnershipTabs } from "#client/partnershipSection"
import { readAhead } from "#client/readAhead"
import { listCommitments } from "#contract/commitments"
import { getDrift } from "#contract/drift"
import { getPartnershipPeople } from "#contract/people"
import { getPartnership } from "#contract/portfolio"
import { partnershipPath, partnershipTimelinePath } from "./paths.ts"

/** One page for all tabs, so that what stands around them stays where it is when another is opened. */
const page = () => import("./PartnershipPage.lazy.tsx")

/** What a tab opens with. */
const readOfTab: Partial<Record<PartnershipTab, (partnership: string) => void>> = {
  overview: (partnership) => {
    readAhead(getDrift, { params: { partnership }, query: {} })
    readAhead(listCommitments, { params: { partnership } })
    readAhead(getPartnershipPeople, { params: { partnership } })
  },
  promises: (partnership) => readAhead(listCommitments, { params: { partnership } }),
  people: (partnership) => readAhead(getPartnershipPeople, { params: { partnership } }),
}

const routeOf = (tab: PartnershipTab): AreaRoute => ({
  path: tab === "overview" ? "partnerships/$partnership" : `partnerships/$partnership/${tab}`,
  page,
  texts: ["partnership", "acts", "people"],
  ahead: ({ params: { partnership = "" } }) => {
    readAhead(getPartnership, { params: { partnership } })
    readOfTab[tab]?.(partnership)
  },
})

const [first, ...others] = partnershipTabs.map(routeOf) as [AreaRoute, ...AreaRoute[]]

export const routes: readonly AreaRoute[] = [
  {
    ...first,
    opens: {
      partnership: ({ slug, id }) => partnershipPath(slug, id),
      comment: ({ slug, partnershipId = "", thread = "" }) =>
        `${partnershipTimelinePath(slug, partnershipId)}?thread=${thread}`,
    },
  },
  ...others,
]
