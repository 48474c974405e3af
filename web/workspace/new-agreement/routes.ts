import type { AreaRoute } from "#client/area"
import { readAhead } from "#client/readAhead"
import { getAgreementDraft } from "#contract/agreements"

export const routes: readonly AreaRoute[] = [
  {
    path: "partnerships/$partnership/new-agreement",
    page: () => import("./NewAgreement.lazy.tsx"),
    texts: ["agreements"],
  },
  {
    path: "agreement-drafts/$agreementDraft/edit",
    page: () => import("./EditDraft.lazy.tsx"),
    texts: ["agreements"],
    ahead: ({ params: { agreementDraft = "" } }) => readAhead(getAgreementDraft, { params: { agreementDraft } }),
  },
]
