import type { AreaRoute } from "#client/area"
import { readAhead } from "#client/readAhead"
import { getAgreementDraft } from "#contract/agreements"
import { agreementDraftPath } from "./paths.ts"

export const routes: readonly AreaRoute[] = [
  {
    path: "agreement-drafts/$agreementDraft",
    page: () => import("./Review.lazy.tsx"),
    texts: ["agreements"],
    ahead: ({ params: { agreementDraft = "" } }) => readAhead(getAgreementDraft, { params: { agreementDraft } }),
    opens: { agreement_draft: ({ slug, id }) => agreementDraftPath(slug, id) },
  },
]
