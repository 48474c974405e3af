import { readPromiseView } from "#acts/promises/view"
import type { AreaRoute } from "#client/area"
import { readAhead } from "#client/readAhead"
import { getCommitment } from "#contract/commitments"
import { readView } from "./view.ts"

export const routes: readonly AreaRoute[] = [
  {
    path: "-/promises",
    page: () => import("./Promises.lazy.tsx"),
    texts: ["portal/promises", "acts", "files"],
    search: (raw) => ({ ...readView(raw), ...(typeof raw.report === "string" ? { report: raw.report } : {}) }),
  },
  {
    path: "$slug/promises/$commitment",
    page: () => import("./Promise.lazy.tsx"),
    texts: ["promises", "acts", "discussion", "timeline", "events", "files"],
    search: readPromiseView,
    ahead: ({ params: { commitment = "" } }) => readAhead(getCommitment, { params: { commitment } }),
  },
]
