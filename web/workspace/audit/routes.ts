import { IconHistory } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"
import { readView } from "./view.ts"

export const auditRoutes: readonly AreaRoute[] = [
  {
    path: "audit",
    page: () => import("./Audit.lazy.tsx"),
    texts: ["audit"],
    search: readView,
    nav: { label: "nav.audit", Icon: IconHistory, order: 80, keys: "g a", isFoot: true },
  },
]
