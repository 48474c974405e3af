import type { AreaRoute } from "#client/area"
import { readAhead } from "#client/readAhead"
import { getAgreementDraft } from "#contract/agreements"

export const routes: readonly AreaRoute[] = [
  {
    path: "$slug/agreement-drafts/$agreementDraft",
    page: () => import("./Review.lazy.tsx"),
    texts: ["agreements", "files"],
    ahead: ({ params: { agreementDraft = "" } }) => readAhead(getAgreementDraft, { params: { agreementDraft } }),
  },
]
