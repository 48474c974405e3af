import type { AreaRoute } from "#client/area"
import { readAhead } from "#client/readAhead"
import { getAgreementText } from "#contract/agreements"
import { listProposals } from "#contract/negotiation"

export const routes: readonly AreaRoute[] = [
  {
    path: "partnerships/$partnership/negotiation/$agreementDraft",
    page: () => import("./Negotiation.lazy.tsx"),
    texts: ["negotiation", "discussion"],
    ahead: ({ params: { agreementDraft = "" } }) => {
      readAhead(getAgreementText, { params: { agreementDraft } })
      readAhead(listProposals, { params: { agreementDraft } })
    },
  },
]
