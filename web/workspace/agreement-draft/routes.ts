import { IconFilePencil } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"
import { readAhead } from "#client/readAhead"
import { getAgreementDraft } from "#contract/agreements"
import { agreementDraftPath } from "./paths.ts"

export const routes: readonly AreaRoute[] = [
  {
    path: "agreement-drafts",
    page: () => import("./Drafts.lazy.tsx"),
    texts: ["agreements"],
    nav: { Icon: IconFilePencil, order: 27, group: "partners" },
  },
  {
    path: "agreement-drafts/$agreementDraft",
    page: () => import("./Review.lazy.tsx"),
    texts: ["agreements", "files"],
    ahead: ({ params: { agreementDraft = "" } }) => readAhead(getAgreementDraft, { params: { agreementDraft } }),
    opens: { agreement_draft: ({ slug, id }) => agreementDraftPath(slug, id) },
  },
]
