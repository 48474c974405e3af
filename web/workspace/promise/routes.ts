import { readPromiseView } from "#acts/promises/view"
import type { AreaRoute } from "#client/area"
import { readAhead } from "#client/readAhead"
import { getCommitment } from "#contract/commitments"
import { promisePath } from "./paths.ts"

export const routes: readonly AreaRoute[] = [
  {
    path: "promises/$commitment",
    page: () => import("./Promise.lazy.tsx"),
    texts: ["promises", "acts", "discussion", "timeline", "events", "files"],
    search: readPromiseView,
    ahead: ({ params: { commitment = "" } }) => readAhead(getCommitment, { params: { commitment } }),
    opens: { commitment: ({ slug, id }) => promisePath(slug, id) },
  },
]
