import { IconSignature } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"
import { readView } from "./view.ts"

export const routes: readonly AreaRoute[] = [
  {
    path: "approvals",
    page: () => import("./Approvals.lazy.tsx"),
    texts: ["approvals", "approvable", "attention"],
    search: readView,
    nav: { Icon: IconSignature, order: 35, group: "work" },
  },
]
