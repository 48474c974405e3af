import type { AreaRoute } from "#client/area"
import { readView } from "./view.ts"

export const routes: readonly AreaRoute[] = [
  {
    path: "-/promises",
    page: () => import("./Promises.lazy.tsx"),
    texts: ["portal/promises", "acts", "files"],
    search: (raw) => ({ ...readView(raw), ...(typeof raw.report === "string" ? { report: raw.report } : {}) }),
  },
]
