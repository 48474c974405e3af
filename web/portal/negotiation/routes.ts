import type { AreaRoute } from "#client/area"
import { readAhead } from "#client/readAhead"
import { getAgreementText } from "#contract/agreements"
import { listProposals } from "#contract/negotiation"
import { getSigning } from "#contract/signing"

export const routes: readonly AreaRoute[] = [
  {
    path: "$slug/partnerships/$partnership/negotiation/$agreementDraft",
    page: () => import("./Negotiation.lazy.tsx"),
    texts: ["negotiation", "discussion"],
    ahead: ({ params: { agreementDraft = "" } }) => {
      readAhead(getAgreementText, { params: { agreementDraft } })
      readAhead(listProposals, { params: { agreementDraft } })
      readAhead(getSigning, { params: { agreementDraft } })
    },
  },
]
